package io.github.nimbleapi.internal.republish;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.republish.RepublishStats;
import io.github.nimbleapi.republish.Republishing;
import io.github.nimbleapi.republish.SyncResult;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Republishing over a {@link CallRunner}. */
public final class DefaultRepublishing implements Republishing {
    private static final Operation<List<RepublishRule>> RULES =
            Operation.of(Endpoint.REPUBLISH_RULES.request(), RuleReader::rules);
    private static final Operation<List<RepublishStats>> STATS =
            Operation.of(Endpoint.REPUBLISH_STATS.request(), StatsReader::stats);

    private final CallRunner calls;

    public DefaultRepublishing(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public List<RepublishRule> rules() {
        return calls.block(RULES);
    }

    @Override
    public CompletableFuture<List<RepublishRule>> rulesAsync() {
        return calls.start(RULES);
    }

    @Override
    public Optional<RepublishRule> find(String id) {
        return calls.block(search(id));
    }

    @Override
    public CompletableFuture<Optional<RepublishRule>> findAsync(String id) {
        return calls.start(search(id));
    }

    @Override
    public RepublishRule create(RepublishRule rule) {
        return calls.block(NewRule.creation(NewRule.required(rule)));
    }

    @Override
    public CompletableFuture<RepublishRule> createAsync(RepublishRule rule) {
        return calls.start(NewRule.creation(NewRule.required(rule)));
    }

    @Override
    public void delete(String id) {
        calls.block(deletion(id));
    }

    @Override
    public CompletableFuture<Void> deleteAsync(String id) {
        return calls.start(deletion(id));
    }

    @Override
    public List<RepublishStats> stats() {
        return calls.block(STATS);
    }

    @Override
    public CompletableFuture<List<RepublishStats>> statsAsync() {
        return calls.start(STATS);
    }

    @Override
    public SyncResult sync(Collection<RepublishRule> desired) {
        return calls.block(Sync.to(desired));
    }

    @Override
    public CompletableFuture<SyncResult> syncAsync(Collection<RepublishRule> desired) {
        return calls.start(Sync.to(desired));
    }

    /** Whether a rule can be named by it in a path. */
    static boolean isId(String id) {
        return !id.isBlank() && !id.equals(".") && !id.equals("..");
    }

    private static Operation<Optional<RepublishRule>> search(String id) {
        return Operation.search(request(Endpoint.REPUBLISH_RULE, id), RuleReader::found);
    }

    private static Operation<Void> deletion(String id) {
        return Answer.command(request(Endpoint.REPUBLISH_DELETE, id));
    }

    private static Request request(Endpoint endpoint, String id) {
        if (!isId(Objects.requireNonNull(id, "id"))) {
            throw new IllegalArgumentException("id is '" + id + "': give the id of a rule that was created or listed");
        }
        return endpoint.request(id);
    }
}
