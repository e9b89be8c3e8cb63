package io.github.nimbleapi.testkit;

import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** What {@link NimbleServer} stands for. Comes with the annotation; not to be registered by hand. */
@SuppressWarnings("exports") // JUnit is required only of those who have it
public final class NimbleServerExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace FAKES =
            ExtensionContext.Namespace.create(NimbleServerExtension.class);

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
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(NimbleServer.class)
                && parameter.getParameter().getType() == FakeNimble.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fake(parameter.findAnnotation(NimbleServer.class).orElseThrow(), context);
    }

    private static List<Field> fields(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedFields(testClass, NimbleServer.class);
    }

    private static void set(Field field, @Nullable Object instance, ExtensionContext context) {
        if (field.getType() != FakeNimble.class) {
            throw new ExtensionConfigurationException(
                    "@NimbleServer is on the field " + field.getName() + ", whose type is not FakeNimble");
        }
        try {
            ReflectionSupport.makeAccessible(field)
                    .set(instance, fake(field.getAnnotation(NimbleServer.class), context));
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException(
                    "the field " + field.getName() + " can't be set: is it final?", e);
        }
    }

    private static FakeNimble fake(NimbleServer wanted, ExtensionContext context) {
        Running running = context.getStore(FAKES)
                .getOrComputeIfAbsent(wanted.value(), name -> new Running(wanted), Running.class);
        if (!running.managementToken.equals(wanted.managementToken())) {
            throw new ExtensionConfigurationException("@NimbleServer(\"" + wanted.value()
                    + "\") stands here with another managementToken than before: give the other server another name");
        }
        return running.fake;
    }

    /** Closed by JUnit with the test or class that it was made for. */
    @SuppressWarnings("deprecation") // AutoCloseable alone is not seen before JUnit 5.13.
    private static final class Running implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final String managementToken;
        private final FakeNimble fake;

        Running(NimbleServer wanted) {
            this.managementToken = wanted.managementToken();
            FakeNimbleBuilder builder = FakeNimble.builder();
            this.fake = (wanted.managementToken().isEmpty()
                            ? builder
                            : builder.managementToken(wanted.managementToken()))
                    .start();
        }

        @Override
        public void close() {
            fake.close();
        }
    }
}
