package io.github.nimbleapi.testkit;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/** What {@link NimbleServer} stands for. Comes with the annotation; not to be registered by hand. */
@SuppressWarnings("exports") // JUnit is required only of those who have it
public final class NimbleServerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace FAKES =
            ExtensionContext.Namespace.create(NimbleServerExtension.class);
    private static final String STARTED = "started";

    /** Called by JUnit. */
    public NimbleServerExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        for (Field field : fields(context.getRequiredTestClass())) {
            if (ModifierSupport.isStatic(field)) {
                set(field, null, context);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : fields(instance.getClass())) {
                if (ModifierSupport.isNotStatic(field)) {
                    set(field, instance, context);
                }
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        reportFailure(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        reportFailure(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(NimbleServer.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        requireFake(parameter.getParameter().getType(), "the parameter " + parameter.getParameter());
        return fake(parameter.findAnnotation(NimbleServer.class).orElseThrow(), context);
    }

    private static List<Field> fields(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedFields(testClass, NimbleServer.class);
    }

    private static void set(Field field, @Nullable Object instance, ExtensionContext context) {
        requireFake(field.getType(), "the field " + field.getName());
        if (ModifierSupport.isFinal(field)) {
            throw new ExtensionConfigurationException(
                    "@NimbleServer is on the field " + field.getName() + ", which is final: it could not be set");
        }
        NimbleServer wanted =
                AnnotationSupport.findAnnotation(field, NimbleServer.class).orElseThrow();
        try {
            ReflectionSupport.makeAccessible(field).set(instance, fake(wanted, context));
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("the field " + field.getName() + " can't be set", e);
        }
    }

    private static void requireFake(Class<?> type, String place) {
        if (type != FakeNimble.class) {
            throw new ExtensionConfigurationException(
                    "@NimbleServer is on " + place + ", whose type is not FakeNimble");
        }
    }

    private static FakeNimble fake(NimbleServer wanted, ExtensionContext context) {
        Started started = ofContext(context).getOrComputeIfAbsent(STARTED, key -> new Started(), Started.class);
        return context.getStore(FAKES)
                .getOrComputeIfAbsent(
                        wanted.value(), name -> started.add(new RunningServer(wanted)), RunningServer.class)
                .fake(wanted);
    }

    /** Unlike others, this store shows nothing of what the contexts around have in theirs. */
    private static ExtensionContext.Store ofContext(ExtensionContext context) {
        return context.getStore(FAKES.append(context.getUniqueId()));
    }

    private static void reportFailure(ExtensionContext context) {
        boolean failed = context.getExecutionException()
                .filter(thrown -> !(thrown instanceof TestAbortedException))
                .isPresent();
        List<RunningServer> servers = failed ? serversSeenBy(context) : List.of();
        if (!servers.isEmpty()) {
            FailureReport report = new FailureReport(nameOf(context));
            servers.forEach(server -> server.addTo(report));
            // At once, so that tests that run side by side don't get mixed up.
            System.err.print(report);
        }
    }

    private static List<RunningServer> serversSeenBy(ExtensionContext context) {
        List<RunningServer> servers =
                context.getParent().map(NimbleServerExtension::serversSeenBy).orElseGet(ArrayList::new);
        servers.addAll(ofContext(context).getOrDefault(STARTED, Started.class, new Started()).servers);
        return servers;
    }

    /** The names of the classes around too: alone, that of a repeated test is a number. */
    private static String nameOf(ExtensionContext context) {
        Optional<String> around = context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(NimbleServerExtension::nameOf);
        return around.map(name -> name + " > ").orElse("") + context.getDisplayName();
    }

    /** The servers of one test or class. */
    private static final class Started {
        private final List<RunningServer> servers = new CopyOnWriteArrayList<>();

        RunningServer add(RunningServer server) {
            servers.add(server);
            return server;
        }
    }
}
