/** Handlers in a Jakarta Servlet container. */
@NullMarked
package io.github.nimbleapi.frameworks.servlet;

import org.jspecify.annotations.NullMarked;
