/** What is recorded: archives with their timelines, exports, reloading and clean-up. */
@NullMarked
package io.github.nimbleapi.dvr;

import org.jspecify.annotations.NullMarked;
