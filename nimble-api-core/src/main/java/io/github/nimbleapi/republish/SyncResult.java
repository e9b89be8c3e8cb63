package io.github.nimbleapi.republish;

import java.util.List;
import java.util.Objects;

/**
 * What {@link Republishing#sync} did. Immutable.
 */
public final class SyncResult {
    private final List<RepublishRule> created;
    private final List<RepublishRule> kept;
    private final List<RepublishRule> deleted;

    private SyncResult(Builder from) {
        this.created = from.created;
        this.kept = from.kept;
        this.deleted = from.deleted;
    }

    /**
     * A builder, so that tests can make one.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The rules that were missing, with the ids that they have now.
     *
     * @return an immutable list, in the order in which they were desired
     */
    public List<RepublishRule> created() {
        return created;
    }

    /**
     * The rules that were there already and were left alone, as the server lists them.
     *
     * @return an immutable list, in the order in which they were desired
     */
    public List<RepublishRule> kept() {
        return kept;
    }

    /**
     * The rules that were there and not desired, as the server listed them.
     *
     * @return an immutable list, in the server's order
     */
    public List<RepublishRule> deleted() {
        return deleted;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SyncResult)) {
            return false;
        }
        SyncResult that = (SyncResult) other;
        return created.equals(that.created) && kept.equals(that.kept) && deleted.equals(that.deleted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(created, kept, deleted);
    }

    @Override
    public String toString() {
        return "SyncResult[" + created.size() + " created, " + kept.size() + " kept, " + deleted.size() + " deleted]";
    }

    /** Makes {@link SyncResult}. Not thread-safe. */
    public static final class Builder {
        private List<RepublishRule> created = List.of();
        private List<RepublishRule> kept = List.of();
        private List<RepublishRule> deleted = List.of();

        private Builder() {}

        /**
         * Sets {@link SyncResult#created()}.
         *
         * @param created the rules; copied
         * @return this
         */
        public Builder created(List<RepublishRule> created) {
            this.created = List.copyOf(Objects.requireNonNull(created, "created"));
            return this;
        }

        /**
         * Sets {@link SyncResult#kept()}.
         *
         * @param kept the rules; copied
         * @return this
         */
        public Builder kept(List<RepublishRule> kept) {
            this.kept = List.copyOf(Objects.requireNonNull(kept, "kept"));
            return this;
        }

        /**
         * Sets {@link SyncResult#deleted()}.
         *
         * @param deleted the rules; copied
         * @return this
         */
        public Builder deleted(List<RepublishRule> deleted) {
            this.deleted = List.copyOf(Objects.requireNonNull(deleted, "deleted"));
            return this;
        }

        /**
         * Makes the result.
         *
         * @return an immutable value
         */
        public SyncResult build() {
            return new SyncResult(this);
        }
    }
}
