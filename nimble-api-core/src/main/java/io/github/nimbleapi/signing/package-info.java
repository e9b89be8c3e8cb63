/**
 * Signatures that Nimble asks for.
 *
 * <p>{@link io.github.nimbleapi.signing.PlaybackUrlSigner} signs links for players, and
 * {@link io.github.nimbleapi.signing.PlaybackToken} tells why one is refused;
 * {@link io.github.nimbleapi.signing.PublishUrlSigner} signs links for encoders. The client and the handlers do by
 * themselves what {@link io.github.nimbleapi.signing.ManagementSigner} and
 * {@link io.github.nimbleapi.signing.PushSignature} are for.
 */
@NullMarked
package io.github.nimbleapi.signing;

import org.jspecify.annotations.NullMarked;
