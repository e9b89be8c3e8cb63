/** RTMP republishing: rules that send live streams on to other servers and platforms. */
@NullMarked
package io.github.nimbleapi.republish;

import org.jspecify.annotations.NullMarked;
