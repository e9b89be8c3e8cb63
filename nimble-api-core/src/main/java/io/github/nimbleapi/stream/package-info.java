/** Live streams: what is published to the server. */
@NullMarked
package io.github.nimbleapi.stream;

import org.jspecify.annotations.NullMarked;
