package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON that a test looks into; what is not as the test thinks fails it. */
final class Json {
    private final Object value;

    private Json(Object value) {
        this.value = value;
    }

    static Json of(String text) {
        return new Json(Optional.ofNullable(JsonReader.read(text)).orElseThrow());
    }

    /** Goes down by the names of members and the numbers of elements. */
    Json at(Object... path) {
        Json at = this;
        for (Object step : path) {
            at = at.down(step);
        }
        return at;
    }

    private Json down(Object step) {
        return step instanceof Integer
                ? elements().get((Integer) step)
                : new Json(Optional.<Object>ofNullable(((Map<?, ?>) value).get(step))
                        .orElseThrow());
    }

    boolean has(String name) {
        return ((Map<?, ?>) value).containsKey(name);
    }

    /** The text of a member; "" where it is null. */
    String text(String name) {
        Object text = ((Map<?, ?>) value).get(name);
        return text == null ? "" : (String) text;
    }

    long number(String name) {
        return ((BigDecimal) at(name).value).longValueExact();
    }

    List<Json> elements() {
        return ((List<?>) value).stream().map(Json::new).collect(Collectors.toList());
    }

    List<String> texts(String name) {
        return elements().stream().map(element -> element.text(name)).collect(Collectors.toList());
    }

    boolean isEmpty() {
        return value.equals(List.of()) || value.equals(Map.of());
    }

    /** All values of a member, however deep. */
    Stream<Json> all(String name) {
        return value instanceof Map
                ? ((Map<?, ?>) value)
                        .entrySet().stream()
                                .flatMap(one -> name.equals(one.getKey())
                                        ? Stream.of(new Json(one.getValue()))
                                        : new Json(one.getValue()).all(name))
                : value instanceof List ? elements().stream().flatMap(element -> element.all(name)) : Stream.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
