package io.github.nimbleapi;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.raw.RawCalls;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/endpoints.md says what the code says. */
class EndpointsDocTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]+) \\| `(/.*?)` \\| (.*?) \\| (.*) \\|$");
    private static final Pattern CALL = Pattern.compile("`(\\w+)\\(\\)\\.(\\w+)\\(\\)`");

    private final List<MatchResult> rows;

    EndpointsDocTest() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "endpoints.md"));
        rows = ROW.matcher(page).results().collect(toList());
    }

    @Test
    void everyEndpointIsThere() {
        assertThat(rows)
                .extracting(row ->
                        row.group(1) + " " + row.group(2) + " " + (row.group(3).equals("no") ? "ONCE" : "REPEATED"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Endpoint.values())
                        .map(endpoint -> endpoint.method() + " " + endpoint.path() + " " + endpoint.repeat())
                        .collect(toList()));
    }

    @Test
    void everyMethodIsThereAndNoOther() {
        assertThat(rows).allMatch(row -> CALL.matcher(row.group(4)).find());
        Set<String> documented = rows.stream()
                .flatMap(row -> CALL.matcher(row.group(4)).results())
                .map(call -> call.group(1) + "." + call.group(2))
                .collect(toSet());
        assertThat(documented).isEqualTo(methodsOfServices().collect(toSet()));
    }

    @Test
    void everyMethodHasAnAsyncTwin() {
        Set<String> names = services()
                .flatMap(service -> methods(service.getReturnType()).map(method -> service.getName() + "." + method))
                .collect(toSet());
        assertThat(methodsOfServices())
                .filteredOn(name -> !List.of("sessions.stream", "dvr.exportUrl").contains(name))
                .allMatch(name -> names.contains(name + "Async"));
    }

    private static Stream<String> methodsOfServices() {
        return services()
                .flatMap(service -> methods(service.getReturnType())
                        .filter(method -> !method.endsWith("Async"))
                        .map(method -> service.getName() + "." + method));
    }

    private static Stream<Method> services() {
        return Stream.of(NimbleClient.class.getMethods())
                .filter(method -> method.getReturnType().isInterface() && method.getParameterCount() == 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() != RawCalls.class);
    }

    private static Stream<String> methods(Class<?> service) {
        return Stream.of(service.getMethods()).map(Method::getName);
    }
}
