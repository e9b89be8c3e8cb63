package io.github.nimbleapi.testkit;

import java.util.List;

/** What the fakes of a test that failed were asked. */
final class FailureReport {
    private static final int MOST_CALLS = 20;
    private static final int LONGEST_CALL = 200;

    private final StringBuilder text = new StringBuilder();

    FailureReport(String test) {
        text.append(test).append(" failed.").append(System.lineSeparator());
    }

    void add(String server, FakeNimble fake) {
        add(server + " received", "management calls", fake.calls());
        if (!fake.handlerCalls().isEmpty()) {
            add(server + " made", "calls to handlers", fake.handlerCalls());
        }
    }

    private void add(String begin, String kind, List<?> calls) {
        int left = Math.max(0, calls.size() - MOST_CALLS);
        text.append(begin).append(' ').append(counted(kind, calls.size(), left));
        for (Object call : calls.subList(left, calls.size())) {
            text.append(System.lineSeparator()).append("  ").append(line(call));
        }
        text.append(System.lineSeparator());
    }

    private static String counted(String kind, int all, int left) {
        if (all == 0) {
            return "no " + kind + ".";
        }
        return left == 0 ? "these " + kind + ":" : left + " more " + kind + ", and then these:";
    }

    /** Whoever calls decides what a call looks like: it is kept to one line. */
    private static String line(Object call) {
        String line = call.toString().replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_CALL ? line : line.substring(0, LONGEST_CALL) + "...";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
