/** Protocols: settings of RTMP and MPEG-TS, and how SRT, RIST and NDI do. */
@NullMarked
package io.github.nimbleapi.protocol;

import org.jspecify.annotations.NullMarked;
