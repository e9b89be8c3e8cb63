package io.github.nimbleapi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a value tells through its accessors, as texts by name, down to the values in it. */
final class Accessors {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("hashCode", "toString", "getClass", "toBuilder");

    private Accessors() {}

    static Map<String, String> of(Object value) {
        Map<String, String> texts = new TreeMap<>();
        collect("", value, texts);
        return texts;
    }

    private static void collect(String name, Object value, Map<String, String> texts) {
        if (value instanceof Collection) {
            int index = 0;
            for (Object element : (Collection<?>) value) {
                collect(name + "[" + index++ + "]", element, texts);
            }
        } else if (value instanceof Optional) {
            collect(name, ((Optional<?>) value).map(Object.class::cast).orElse(""), texts);
        } else if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((key, element) -> collect(name + "." + key, element, texts));
        } else if (value.getClass().getName().startsWith("io.github.nimbleapi")) {
            for (Method accessor : accessors(value.getClass())) {
                collect(name + "." + accessor.getName(), read(accessor, value), texts);
            }
        } else {
            texts.put(name, value.toString());
        }
    }

    static List<Method> accessors(Class<?> type) {
        return List.of(type.getDeclaredMethods()).stream()
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !OF_EVERY_OBJECT.contains(method.getName()))
                .collect(java.util.stream.Collectors.toList());
    }

    static Object read(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(accessor + " can not be read", e);
        }
    }
}
