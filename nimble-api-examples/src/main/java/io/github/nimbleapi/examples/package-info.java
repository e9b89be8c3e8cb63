/** Programs to try and to learn from: {@code java -jar nimble-api-examples.jar demo | list | end}. */
@NullMarked
package io.github.nimbleapi.examples;

import org.jspecify.annotations.NullMarked;
