package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value that users can build: what is set is read, and counts for equality. */
class ValuesTest {
    /** In RepublishRuleTest. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of("fromWholeApplication");

    /** The classes of the exported packages that have a builder without arguments. */
    static List<Class<?>> values() throws IOException, URISyntaxException {
        Path classes = Path.of(NimbleClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Class<?>> values = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("internal") && !name.contains("-info"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .map(ValuesTest::load)
                    .filter(ValuesTest::isValue)
                    .collect(Collectors.toList());
            assertThat(values).hasSizeGreaterThan(3);
            return values;
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsSetIsReadAndCountsForEquality(Class<?> type) {
        Object empty = build(builder(type));
        assertThat(empty).isEqualTo(build(builder(type))).isNotEqualTo("text").isNotEqualTo(null);
        for (Method setter : setters(type)) {
            Object builder = builder(type);
            Object sample = sample(setter);
            assertThat(call(setter, builder, sample)).isSameAs(builder);
            Object value = build(builder);

            Object read = call(accessor(type, setter), value);
            assertThat(present(read)).as("%s", setter).isEqualTo(sample);
            assertThat(value).as("with %s", setter.getName()).isNotEqualTo(empty);
            Object same = builder(type);
            call(setter, same, sample(setter));
            assertThat(build(same)).isEqualTo(value).hasSameHashCodeAs(value);
        }
    }

    private static Object present(Object read) {
        if (read instanceof OptionalInt) {
            return ((OptionalInt) read).orElseThrow();
        }
        return read instanceof Optional ? ((Optional<?>) read).orElseThrow() : read;
    }

    @ParameterizedTest
    @MethodSource("values")
    void nothingIsNull(Class<?> type) {
        for (Method accessor : Accessors.accessors(type)) {
            assertThat(call(accessor, build(builder(type)))).as("%s", accessor).isNotNull();
        }
        for (Method setter : setters(type)) {
            if (!setter.getParameterTypes()[0].isPrimitive()) {
                assertThatThrownBy(() -> call(setter, builder(type), (Object) null))
                        .isExactlyInstanceOf(NullPointerException.class)
                        .hasMessage(setter.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void collectionsAreCopiedAndCanNotBeChanged(Class<?> type) {
        for (Method setter : setters(type)) {
            if (setter.getParameterTypes()[0] == List.class) {
                List<Object> given = new ArrayList<>();
                Object builder = builder(type);
                call(setter, builder, given);
                given.add("later");
                Object read = call(accessor(type, setter), build(builder));
                assertThat((List<?>) read).isEmpty();
                assertThat(read).isInstanceOf(List.of().getClass());
            }
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ValuesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError("reflection", e);
        }
    }

    /** Not those that take part in calls, which have tests of their own. */
    private static boolean isValue(Class<?> type) {
        return type != CallOptions.class
                && Stream.of(type.getMethods())
                        .anyMatch(method -> method.getName().equals("builder")
                                && Modifier.isStatic(method.getModifiers())
                                && method.getParameterCount() == 0);
    }

    private static Object builder(Class<?> type) {
        return call(method(type, "builder"), null);
    }

    private static Object build(Object builder) {
        return call(method(builder.getClass(), "build"), builder);
    }

    /** Every public method of the builder with one argument, but for those that set something of another name. */
    private static List<Method> setters(Class<?> type) {
        return Stream.of(method(type, "builder").getReturnType().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 1)
                .filter(method -> !TESTED_ELSEWHERE.contains(method.getName()))
                .collect(Collectors.toList());
    }

    private static Method accessor(Class<?> type, Method setter) {
        return method(type, setter.getName());
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new LinkageError("reflection", e);
        }
    }

    private static Object sample(Method setter) {
        Class<?> type = setter.getParameterTypes()[0];
        Map<Class<?>, Object> samples = Map.of(
                int.class,
                7,
                long.class,
                7_000_000_000L,
                double.class,
                0.5,
                boolean.class,
                true,
                String.class,
                "text",
                Instant.class,
                Instant.ofEpochSecond(7),
                Duration.class,
                Duration.ofSeconds(7),
                List.class,
                List.of("element"),
                Map.class,
                Map.of("name", "text"));
        return Optional.ofNullable(samples.get(type)).orElseGet(() -> build(builder(type)));
    }

    private static Object call(Method method, @Nullable Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw sneaky(Objects.requireNonNull(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new LinkageError("reflection", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
