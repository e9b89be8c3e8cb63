/** The client of one Nimble Streamer and the settings of its calls. */
@NullMarked
package io.github.nimbleapi;

import org.jspecify.annotations.NullMarked;
