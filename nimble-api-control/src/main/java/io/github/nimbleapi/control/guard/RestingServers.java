package io.github.nimbleapi.control.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers that are left out for now: after one failure for 1 pass, after two in a row for 3, then 7 and so on. */
final class RestingServers {
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final long longest;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Long> passesLeft = new HashMap<>();

    /** No server rests for more than a minute, at this time from one pass to the next. */
    RestingServers(Duration interval) {
        this.longest = LONGEST_REST.dividedBy(interval);
    }

    /** Those that do not rest. All of them if all do: then they are called as seldom as the passes come. */
    Set<String> due(Set<String> servers) {
        Set<String> due = servers.stream()
                .filter(server -> !passesLeft.containsKey(server))
                .collect(Collectors.toUnmodifiableSet());
        return due.isEmpty() ? servers : due;
    }

    void passed(Set<String> called, Set<String> failed) {
        passesLeft.replaceAll((server, left) -> left - 1);
        for (String server : called) {
            int inARow = failed.contains(server) ? failures.getOrDefault(server, 0) + 1 : 0;
            failures.put(server, inARow);
            passesLeft.put(server, Math.min(longest, (1L << Math.min(inARow, 30)) - 1));
        }
        passesLeft.values().removeIf(left -> left <= 0);
    }
}
