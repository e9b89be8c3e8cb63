@NullMarked
package io.github.nimbleapi.control;

import org.jspecify.annotations.NullMarked;
