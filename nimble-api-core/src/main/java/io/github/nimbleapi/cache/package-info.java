/** The data cache: keys, and how to evict what is under one. */
@NullMarked
package io.github.nimbleapi.cache;

import org.jspecify.annotations.NullMarked;
