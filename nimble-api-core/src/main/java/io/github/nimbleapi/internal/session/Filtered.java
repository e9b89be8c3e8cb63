package io.github.nimbleapi.internal.session;

import io.github.nimbleapi.session.PlaybackSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a filter accepts of a list; or what it throws, which is no failure of the call: to repeat that would not mend it. */
final class Filtered {
    private final Predicate<? super PlaybackSession> filter;
    private final ArrayList<PlaybackSession> accepted = new ArrayList<>();
    private @Nullable Throwable thrown;

    Filtered(Predicate<? super PlaybackSession> filter) {
        this.filter = filter;
    }

    /** False where the filter has failed: then it is asked no more. */
    boolean judge(PlaybackSession session) {
        try {
            if (filter.test(session)) {
                accepted.add(session);
            }
            return true;
        } catch (RuntimeException | Error e) {
            thrown = e;
            return false;
        }
    }

    CompletableFuture<List<PlaybackSession>> outcome() {
        if (thrown != null) {
            return CompletableFuture.failedFuture(thrown);
        }
        accepted.trimToSize();
        return CompletableFuture.completedFuture(Collections.unmodifiableList(accepted));
    }
}
