/** Programs to try and to learn from: {@code java -jar nimble-api-examples.jar} lists them. */
@NullMarked
package io.github.nimbleapi.examples;

import org.jspecify.annotations.NullMarked;
