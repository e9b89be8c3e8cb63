/**
 * A fake Nimble Streamer for tests: {@link io.github.nimbleapi.testkit.FakeNimble}, with JUnit 5
 * ({@link io.github.nimbleapi.testkit.NimbleServer}) or without.
 */
@NullMarked
package io.github.nimbleapi.testkit;

import org.jspecify.annotations.NullMarked;
