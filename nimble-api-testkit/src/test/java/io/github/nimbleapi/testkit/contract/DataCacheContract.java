package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleResponseException;
import org.junit.jupiter.api.Test;

/** Keys of what is cached, and its eviction. */
abstract class DataCacheContract extends Contract {
    DataCacheContract(TestServer.Starter starter) {
        super(starter);
    }

    @Test
    void knowsTheKeyOfAUrl() {
        server.addCached("http://a/b?c=\u00fc", "k1", "b.ts");
        assertThat(nimble.dataCache().key("http://a/b?c=\u00fc")).contains("k1");
        assertThat(nimble.dataCache().keyAsync("http://a/b?c=\u00fc").join()).contains("k1");
        assertThat(nimble.dataCache().key("http://a/other")).isEmpty();
        assertThat(nimble.dataCache().keyAsync("http://a/other").join()).isEmpty();
    }

    @Test
    void evicts() {
        server.addCached("http://a/1", "k1", "1.ts", "2.ts");
        server.addCached("http://a/2", "k2");
        assertThat(nimble.dataCache().evict("k1")).containsExactly("1.ts", "2.ts");
        assertThat(nimble.dataCache().key("http://a/1")).isEmpty();
        assertThat(nimble.dataCache().key("http://a/2")).contains("k2");
        assertThat(nimble.dataCache().evictAsync("k2").join()).isEmpty();
        assertThat(nimble.dataCache().key("http://a/2")).isEmpty();
    }

    @Test
    void tellsWhatItWouldEvict() {
        server.addCached("http://a/1", "k1", "1.ts");
        assertThat(nimble.dataCache().wouldEvict("k1")).containsExactly("1.ts");
        assertThat(nimble.dataCache().wouldEvictAsync("k1").join()).containsExactly("1.ts");
        assertThat(nimble.dataCache().key("http://a/1")).contains("k1");
    }

    @Test
    void knowsNoOtherKey() {
        assertThatThrownBy(() -> nimble.dataCache().evict("k")).isInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.dataCache().wouldEvict("k")).isInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.dataCache().evictAsync("k").join())
                .hasCauseInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.dataCache().wouldEvictAsync("k").join())
                .hasCauseInstanceOf(NimbleNotFoundException.class);
    }

    @Test
    void onlyQuestionsAreRepeated() {
        server.addCached("http://a/1", "k1", "1.ts");
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        assertThat(nimble.dataCache().key("http://a/1")).contains("k1");
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        assertThat(nimble.dataCache().wouldEvict("k1")).hasSize(1);
        assertThat(server.calls()).hasSize(4);
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        assertThatThrownBy(() -> nimble.dataCache().evict("k1")).isExactlyInstanceOf(NimbleResponseException.class);
        assertThat(server.calls()).hasSize(5);
    }
}
