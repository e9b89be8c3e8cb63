/** Publish control: who publishes, and how to refuse it. */
@NullMarked
package io.github.nimbleapi.publish;

import org.jspecify.annotations.NullMarked;
