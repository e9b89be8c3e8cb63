package io.github.nimbleapi.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Puts a running {@link FakeNimble} into a JUnit 5 test, as a parameter or a field. When a test fails, the management
 * calls that its fakes received, and their calls to handlers, are printed to {@link System#err}. Needs JUnit 5.12 or
 * later.
 *
 * <pre>{@code
 * @Test
 * void nobodyWatches(@NimbleServer FakeNimble fake) {
 *   assertTrue(fake.newClient().sessions().list().isEmpty());
 * }
 * }</pre>
 *
 * <p>A field, and a parameter of a test, of {@code @BeforeEach} or of {@code @AfterEach}, is a fake for one test, closed
 * after it. A static field, and a parameter of a constructor, of {@code @BeforeAll} or of {@code @AfterAll}, is one for all
 * tests of the class, closed after the last. Within a test, the same name is the same fake, so that a parameter of a test
 * may be the fake of the class.
 *
 * <p>Settings that many tests share can be given once, by an annotation of your own:
 *
 * <pre>{@code
 * @Target({ElementType.PARAMETER, ElementType.FIELD})
 * @Retention(RetentionPolicy.RUNTIME)
 * @NimbleServer(value = "edge", managementToken = "token", sessions = 3, streams = "live/tv")
 * @interface Edge {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@ExtendWith(NimbleServerExtension.class)
@SuppressWarnings("exports") // JUnit is required only of those who have it
public @interface NimbleServer {
    /**
     * A name, for tests with more than one server: within a test, the same name is the same fake. All that name it have to
     * give the same settings.
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

    /**
     * How many invented sessions it begins with, see {@link FakeNimble#populate(int)}. They are not in
     * {@link FakeNimble#sessions()}.
     *
     * @return 0 or more
     */
    int sessions() default 0;

    /**
     * The streams that are live from the beginning, see {@link FakeNimble#addStream(String, String)}.
     *
     * @return each as application, slash and name, such as {@code "live/tv"}; what comes after the last slash is the name
     */
    String[] streams() default {};
}
