package io.github.nimbleapi.internal.republish;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.republish.SyncResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Makes the rules of a server what is desired. */
final class Sync {
    private final List<RepublishRule> created = new ArrayList<>();
    private final List<RepublishRule> kept = new ArrayList<>();
    private final List<RepublishRule> missing = new ArrayList<>();
    private final List<RepublishRule> surplus;

    private Sync(List<RepublishRule> desired, List<ListedRule> listed) {
        List<ListedRule> left = new ArrayList<>(listed);
        for (RepublishRule rule : desired) {
            take(left, rule).ifPresentOrElse(kept::add, () -> missing.add(rule));
        }
        this.surplus = left.stream().map(one -> one.rule).collect(Collectors.toUnmodifiableList());
    }

    static Operation<SyncResult> to(Collection<RepublishRule> desired) {
        List<RepublishRule> distinct = new ArrayList<>();
        for (RepublishRule rule : Objects.requireNonNull(desired, "desired")) {
            NewRule.required(rule);
            if (distinct.stream().noneMatch(other -> ListedRule.areAlike(rule, other))) {
                distinct.add(rule);
            }
        }
        Operation<Sync> plan = Operation.of(Endpoint.REPUBLISH_RULES.request(), reply -> plan(distinct, reply));
        return call -> plan.run(call).thenCompose(sync -> sync.carryOut(call));
    }

    private static Sync plan(List<RepublishRule> desired, Reply reply) throws IOException {
        Sync sync = new Sync(desired, RuleReader.listed(reply));
        if (!sync.surplus.stream().allMatch(rule -> DefaultRepublishing.isId(rule.id()))) {
            throw reply.unusable("a rule that is not desired is listed without an id that can be used, so it can"
                    + " not be deleted; nothing was changed");
        }
        return sync;
    }

    private static Optional<RepublishRule> take(List<ListedRule> left, RepublishRule desired) {
        for (Iterator<ListedRule> rest = left.iterator(); rest.hasNext(); ) {
            ListedRule listed = rest.next();
            if (listed.isAsDesired(desired)) {
                rest.remove();
                return Optional.of(listed.rule);
            }
        }
        return Optional.empty();
    }

    /** Deletes first: two rules must not publish to one destination at once. */
    private CompletableFuture<SyncResult> carryOut(CallRunner.Call call) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (RepublishRule rule : surplus) {
            Operation<Void> deletion = Operation.of(
                            Endpoint.REPUBLISH_DELETE.request(rule.id()), Answer::acknowledgement)
                    .doneOrGone();
            done = done.thenCompose(before -> deletion.run(call));
        }
        for (RepublishRule rule : missing) {
            Operation<RepublishRule> creation = NewRule.creation(rule);
            done = done.thenCompose(before -> creation.run(call)).thenAccept(created::add);
        }
        return done.thenApply(end -> result());
    }

    private SyncResult result() {
        return SyncResult.builder().created(created).kept(kept).deleted(surplus).build();
    }
}
