package io.github.nimbleapi.republish;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * RTMP republishing: {@code /manage/rtmp/republish}. Only rules that were made through the management API are listed and
 * touched, not those of WMSPanel. They do not last: they are gone after a restart of the server and after
 * {@link io.github.nimbleapi.server.Server#reloadConfig()}, so call {@link #sync} now and then.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. What only reads is repeated as the
 * {@link io.github.nimbleapi.RetryPolicy} says, what changes something is sent once. No exception shows the login, the
 * password, the destination stream (a stream key) or the parameters of a rule, even where the server repeats them.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Republishing {
    /**
     * {@code GET /manage/rtmp/republish}: the rules that were made through the management API.
     *
     * @return an immutable list, in the server's order
     */
    List<RepublishRule> rules();

    /**
     * {@link #rules()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<RepublishRule>> rulesAsync();

    /**
     * {@code GET /manage/rtmp/republish/{id}}: one rule.
     *
     * @param id the {@link RepublishRule#id()}
     * @return the rule, or empty if there is none of that id
     * @throws IllegalArgumentException if the id is blank
     */
    Optional<RepublishRule> find(String id);

    /**
     * {@link #find(String)} without blocking.
     *
     * @param id the {@link RepublishRule#id()}
     * @return the rule to come
     * @throws IllegalArgumentException if the id is blank
     */
    CompletableFuture<Optional<RepublishRule>> findAsync(String id);

    /**
     * {@code POST /manage/rtmp/republish}: adds a rule. Never repeated, because the server takes two equal rules for two.
     * After a {@link io.github.nimbleapi.error.NimbleConnectionException} or a timeout look into {@link #rules()} whether
     * it arrived, or use {@link #sync}.
     *
     * @param rule a rule with source and destination; its id and extra members are not sent
     * @return the rule as the server tells it, with what the server leaves out taken from the given one. Its id is
     *     {@code ""} where the server says yes without telling one; {@link #rules()} has it then.
     * @throws IllegalArgumentException if the rule lacks its source, or the address, port, application or stream of its
     *     destination (a rule of a whole application needs no stream there), or the address is more than a host
     */
    RepublishRule create(RepublishRule rule);

    /**
     * {@link #create(RepublishRule)} without blocking.
     *
     * @param rule see there
     * @return the rule to come
     * @throws IllegalArgumentException see there
     */
    CompletableFuture<RepublishRule> createAsync(RepublishRule rule);

    /**
     * {@code DELETE /manage/rtmp/republish/{id}}: removes a rule.
     *
     * @param id the {@link RepublishRule#id()}
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no rule of that id
     * @throws IllegalArgumentException if the id is blank
     */
    void delete(String id);

    /**
     * {@link #delete(String)} without blocking.
     *
     * @param id the {@link RepublishRule#id()}
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if the id is blank
     */
    CompletableFuture<Void> deleteAsync(String id);

    /**
     * {@code GET /manage/rtmp/republish/stats}: how the rules do.
     *
     * @return an immutable list, in the server's order
     */
    List<RepublishStats> stats();

    /**
     * {@link #stats()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<RepublishStats>> statsAsync();

    /**
     * Makes the rules on the server what is desired: lists them, deletes what is not desired or there more than once, then
     * creates what is missing. What is as desired is left alone, and goes on republishing. {@code sync(List.of())} deletes
     * all rules that were made through the management API; those of WMSPanel stay.
     *
     * <p>A listed rule is as desired where source, destination address, application and stream are equal, and nothing else
     * that the server tells of it differs; a password that it does not list counts as equal. Ids and extra members are not
     * compared. A rule that is gone by the time it is to be deleted counts as deleted.
     *
     * <p>All of it has one {@link io.github.nimbleapi.CallOptions#callTimeout()}. Nothing is undone when a request fails in
     * between: run it again, it does what is left to do. Two at the same time on one server may create a rule twice; the
     * next one mends that.
     *
     * @param desired rules with source and destination; equal ones count once
     * @return what was created, kept and deleted
     * @throws IllegalArgumentException if a rule is not complete, see {@link #create}; nothing is sent then
     * @throws io.github.nimbleapi.error.NimbleDataException if the server says nothing where it should list its rules, or
     *     lists one that is to be deleted without an id that can be used; nothing is changed then
     */
    SyncResult sync(Collection<RepublishRule> desired);

    /**
     * {@link #sync(Collection)} without blocking.
     *
     * @param desired see there
     * @return the result to come
     * @throws IllegalArgumentException see there
     */
    CompletableFuture<SyncResult> syncAsync(Collection<RepublishRule> desired);
}
