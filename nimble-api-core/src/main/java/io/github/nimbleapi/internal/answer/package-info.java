/** What replies say, read leniently. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.answer;

import org.jspecify.annotations.NullMarked;
