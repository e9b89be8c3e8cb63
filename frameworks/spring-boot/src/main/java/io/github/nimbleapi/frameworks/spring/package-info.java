/** A Nimble Streamer in a Spring Boot application: copy the classes that you need. */
@NullMarked
package io.github.nimbleapi.frameworks.spring;

import org.jspecify.annotations.NullMarked;
