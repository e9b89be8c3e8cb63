package io.github.nimbleapi.testkit;

import java.util.Optional;

/** What became of an attempt to publish, see {@link FakePublishControl#publish}. Immutable. */
public final class FakePublication {
    private final PublishLink link;
    private final String problem;

    FakePublication(PublishLink link, String problem) {
        this.link = link;
        this.problem = problem;
    }

    /**
     * The application.
     *
     * @return its name
     */
    public String app() {
        return link.app;
    }

    /**
     * The stream.
     *
     * @return its name, without the application
     */
    public String stream() {
        return link.stream;
    }

    /**
     * Who has signed the link.
     *
     * @return the publisher's id, or {@code ""}
     */
    public String publisherId() {
        return link.publisherId();
    }

    /**
     * Whether the stream went live.
     *
     * @return true if nothing was against it
     */
    public boolean isLive() {
        return problem.isEmpty();
    }

    /**
     * Why the stream did not go live.
     *
     * @return a text without secrets, or empty
     */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "FakePublication[" + link.name() + ": " + (isLive() ? "live" : problem) + "]";
    }
}
