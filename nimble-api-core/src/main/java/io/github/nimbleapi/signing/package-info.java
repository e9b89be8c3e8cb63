/** Signatures that Nimble asks for. */
@NullMarked
package io.github.nimbleapi.signing;

import org.jspecify.annotations.NullMarked;
