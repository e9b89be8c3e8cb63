package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Endpoint.Repeat.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @Test
    void noTwoAreTheSame() {
        assertThat(Endpoint.values())
                .extracting(endpoint -> endpoint.method() + " " + endpoint.path())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestHasVerbAndPath(Endpoint endpoint) {
        Request request = endpoint.request(names(endpoint));

        assertThat(request.method()).isEqualTo(endpoint.method());
        assertThat(request.path())
                .isEqualTo(PLACE.matcher(endpoint.path()).replaceAll("a%20b"))
                .startsWith("/manage/");
        assertThat(request.query).isEmpty();
        assertThat(request.json).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsRepeatableAndNamedAsTheTableSays(Endpoint endpoint) {
        Request request = endpoint.request(names(endpoint));

        assertThat(request.repeatable).isEqualTo(endpoint.repeat() == REPEATED);
        assertThat(request.named).isEqualTo(endpoint.path().contains("{"));
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyReadsIsRepeated(Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            assertThat(endpoint.repeat()).isEqualTo(REPEATED);
        }
    }

    @Test
    void namesGoWhereTheyBelong() {
        assertThat(Endpoint.DVR_RELOAD.request("app/1", "$1\\2").path()).isEqualTo("/manage/dvr/reload/app%2F1/$1%5C2");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aWrongNameIsCalledByItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.DVR_RELOAD.request("", "one"))
                .withMessageStartingWith("app ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.DVR_RELOAD.request("live", ".."))
                .withMessageStartingWith("stream ");
        assertThatNullPointerException()
                .isThrownBy(() -> Endpoint.REPUBLISH_RULE.request((String) null))
                .withMessage("id");
    }

    private static String[] names(Endpoint endpoint) {
        long places = PLACE.matcher(endpoint.path()).results().count();
        return Stream.generate(() -> "a b").limit(places).toArray(String[]::new);
    }
}
