package io.github.nimbleapi.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Puts a running {@link FakeNimble} into a JUnit 5 test, as a parameter or a field, and closes it after the test. A static
 * field's lives as long as the test class. Needs JUnit 5.12 or later.
 *
 * <pre>{@code
 * @Test
 * void nobodyWatches(@NimbleServer FakeNimble fake) {
 *   assertTrue(fake.newClient().sessions().list().isEmpty());
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
@ExtendWith(NimbleServerExtension.class)
@SuppressWarnings("exports") // JUnit is required only of those who have it
public @interface NimbleServer {
    /**
     * A name, for tests with more than one server: within a test, the same name is the same fake.
     *
     * @return the name
     */
    String value() default "";

    /**
     * See {@link FakeNimbleBuilder#managementToken(String)}.
     *
     * @return the token; empty for none
     */
    String managementToken() default "";
}
