package io.github.nimbleapi.icecast;

import java.util.Map;
import java.util.Objects;

/**
 * What an Icecast stream says of itself, the answer of {@code GET /manage/icecast_stream_info}. Immutable. What the server
 * left out is 0 or {@code ""}.
 */
public final class IcecastStreamInfo {
    private final String name;
    private final String genre;
    private final int bitrate;
    private final String title;
    private final String url;
    private final Map<String, String> extraMembers;

    private IcecastStreamInfo(Builder from) {
        this.name = from.name;
        this.genre = from.genre;
        this.bitrate = from.bitrate;
        this.title = from.title;
        this.url = from.url;
        this.extraMembers = from.extraMembers;
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
     * {@code icy-name}: what the station is called.
     *
     * @return the name, or {@code ""}
     */
    public String name() {
        return name;
    }

    /**
     * {@code icy-genre}.
     *
     * @return the genre, or {@code ""}
     */
    public String genre() {
        return genre;
    }

    /**
     * {@code icy-br}: its bit rate.
     *
     * @return kilobits per second, or 0
     */
    public int bitrate() {
        return bitrate;
    }

    /**
     * {@code streamtitle}: what is on now.
     *
     * @return the title, or {@code ""}
     */
    public String title() {
        return title;
    }

    /**
     * {@code streamurl}: the page about what is on now.
     *
     * @return URL, or {@code ""}
     */
    public String url() {
        return url;
    }

    /**
     * Members that have no accessor here, with their text; arrays and objects as JSON.
     *
     * @return an immutable map
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof IcecastStreamInfo)) {
            return false;
        }
        IcecastStreamInfo that = (IcecastStreamInfo) other;
        return name.equals(that.name)
                && genre.equals(that.genre)
                && bitrate == that.bitrate
                && title.equals(that.title)
                && url.equals(that.url)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, genre, bitrate, title, url, extraMembers);
    }

    @Override
    public String toString() {
        return "IcecastStreamInfo[" + name + ", " + genre + ", " + bitrate + " kbit/s, " + title + "]";
    }

    /** Makes {@link IcecastStreamInfo}. Not thread-safe. */
    public static final class Builder {
        private String name = "";
        private String genre = "";
        private int bitrate;
        private String title = "";
        private String url = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link IcecastStreamInfo#name()}.
         *
         * @param name the name
         * @return this
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets {@link IcecastStreamInfo#genre()}.
         *
         * @param genre the genre
         * @return this
         */
        public Builder genre(String genre) {
            this.genre = Objects.requireNonNull(genre, "genre");
            return this;
        }

        /**
         * Sets {@link IcecastStreamInfo#bitrate()}.
         *
         * @param bitrate kilobits per second
         * @return this
         */
        public Builder bitrate(int bitrate) {
            this.bitrate = bitrate;
            return this;
        }

        /**
         * Sets {@link IcecastStreamInfo#title()}.
         *
         * @param title the title
         * @return this
         */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * Sets {@link IcecastStreamInfo#url()}.
         *
         * @param url URL
         * @return this
         */
        public Builder url(String url) {
            this.url = Objects.requireNonNull(url, "url");
            return this;
        }

        /**
         * Sets {@link IcecastStreamInfo#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public IcecastStreamInfo build() {
            return new IcecastStreamInfo(this);
        }
    }
}
