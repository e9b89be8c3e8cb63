package io.github.nimbleapi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PublisherTest {
    @Test
    void itsTextTellsWhoPublishesWhatButNoKey() {
        Publisher publisher = Publisher.builder().id("ID_1").key("s3cret-key").ip("192.0.2.7").app("live").stream("one")
                .extraMembers(Map.of("password", "s3cret"))
                .build();

        assertThat(publisher).hasToString("Publisher[ID_1, live/one, from 192.0.2.7]");
    }
}
