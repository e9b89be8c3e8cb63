package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.signing.PushSignature;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every push passes before user code hears of it: the proof that it is Nimble's, and that it was not seen before. */
final class PushGate {
    private final @Nullable PushSignature proof;
    private final Repeats repeats;

    PushGate(PushHandlerBuilder<?> from) {
        this.proof = from.requireProof();
        this.repeats = new Repeats(from.rememberedPairs);
    }

    PushHeader open(byte[] body) throws Refusal {
        PushHeader header = PushHeader.of(body);
        if (proof != null && !header.isComplete()) {
            throw Refusal.forged("ID, Puzzle or Signature is missing: is the token set in WMSPanel too?");
        }
        if (proof != null && !proof.verify(header.id(), header.puzzle(), header.signature())) {
            throw Refusal.forged("the Signature does not fit the token: is it the one in WMSPanel?");
        }
        return header;
    }

    /** The answer of user code, or the one that it gave when it was asked about the same pair. */
    CompletableFuture<List<String>> once(PushHeader header, Supplier<CompletableFuture<List<String>>> ask)
            throws Refusal {
        Optional<PushPair> pair = header.pair();
        return pair.isPresent() ? repeats.once(pair.get(), ask) : ask.get();
    }

    Optional<String> solution(PushHeader header) {
        return Optional.ofNullable(proof)
                .filter(it -> !header.puzzle().isEmpty())
                .map(it -> it.solve(header.puzzle()));
    }
}
