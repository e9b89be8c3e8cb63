package io.github.nimbleapi.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the server takes RTMP and makes HLS and MPEG-DASH of it: {@code GET /manage/rtmp_settings}. Immutable. What the
 * server left out is 0, {@code ""} or empty.
 *
 * <p>Login and password are in clear, and members without an accessor may be secrets too: {@link #toString()} shows
 * none of them.
 */
public final class RtmpSettings {
    private final String hash;
    private final List<RtmpInterface> interfaces;
    private final String login;
    private final String password;
    private final Duration chunkDuration;
    private final int chunkCount;
    private final String dashTemplate;
    private final List<String> protocols;
    private final List<RtmpApp> apps;
    private final Map<String, String> extraMembers;

    private RtmpSettings(Builder from) {
        this.hash = from.hash;
        this.interfaces = from.interfaces;
        this.login = from.login;
        this.password = from.password;
        this.chunkDuration = from.chunkDuration;
        this.chunkCount = from.chunkCount;
        this.dashTemplate = from.dashTemplate;
        this.protocols = from.protocols;
        this.apps = from.apps;
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
     * {@code hash}: changes when the settings do.
     *
     * @return the hash, or {@code ""}
     */
    public String hash() {
        return hash;
    }

    /**
     * {@code interfaces}: where the server listens.
     *
     * @return an immutable list
     */
    public List<RtmpInterface> interfaces() {
        return interfaces;
    }

    /**
     * {@code login}: what publishers must log in with, unless their application says otherwise.
     *
     * @return login in clear, or {@code ""} where none is needed
     */
    public String login() {
        return login;
    }

    /**
     * {@code password}: what publishers must log in with, unless their application says otherwise.
     *
     * @return password in clear, or {@code ""} where none is needed
     */
    public String password() {
        return password;
    }

    /**
     * {@code duration}, in seconds: how long a chunk lasts.
     *
     * @return duration, or zero
     */
    public Duration chunkDuration() {
        return chunkDuration;
    }

    /**
     * {@code chunk_count}: how many chunks a playlist lists.
     *
     * @return count, or 0
     */
    public int chunkCount() {
        return chunkCount;
    }

    /**
     * {@code dash_template}: how MPEG-DASH addresses its segments.
     *
     * @return such as {@code TIME}, or {@code ""}
     */
    public String dashTemplate() {
        return dashTemplate;
    }

    /**
     * {@code protocols}: what streams are offered as.
     *
     * @return an immutable list of Nimble's words
     */
    public List<String> protocols() {
        return protocols;
    }

    /**
     * {@code apps}: applications with settings of their own.
     *
     * @return an immutable list
     */
    public List<RtmpApp> apps() {
        return apps;
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
        if (!(other instanceof RtmpSettings)) {
            return false;
        }
        RtmpSettings that = (RtmpSettings) other;
        return hash.equals(that.hash)
                && interfaces.equals(that.interfaces)
                && login.equals(that.login)
                && password.equals(that.password)
                && chunkDuration.equals(that.chunkDuration)
                && chunkCount == that.chunkCount
                && dashTemplate.equals(that.dashTemplate)
                && protocols.equals(that.protocols)
                && apps.equals(that.apps)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                hash,
                interfaces,
                login,
                password,
                chunkDuration,
                chunkCount,
                dashTemplate,
                protocols,
                apps,
                extraMembers);
    }

    @Override
    public String toString() {
        return "RtmpSettings[" + interfaces + ", " + apps.size() + " applications]";
    }

    /** Makes {@link RtmpSettings}. Not thread-safe. */
    public static final class Builder {
        private String hash = "";
        private List<RtmpInterface> interfaces = List.of();
        private String login = "";
        private String password = "";
        private Duration chunkDuration = Duration.ZERO;
        private int chunkCount;
        private String dashTemplate = "";
        private List<String> protocols = List.of();
        private List<RtmpApp> apps = List.of();
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link RtmpSettings#hash()}.
         *
         * @param hash the hash
         * @return this
         */
        public Builder hash(String hash) {
            this.hash = Objects.requireNonNull(hash, "hash");
            return this;
        }

        /**
         * Sets {@link RtmpSettings#interfaces()}.
         *
         * @param interfaces copied
         * @return this
         */
        public Builder interfaces(List<RtmpInterface> interfaces) {
            this.interfaces = List.copyOf(Objects.requireNonNull(interfaces, "interfaces"));
            return this;
        }

        /**
         * Sets {@link RtmpSettings#login()}.
         *
         * @param login login
         * @return this
         */
        public Builder login(String login) {
            this.login = Objects.requireNonNull(login, "login");
            return this;
        }

        /**
         * Sets {@link RtmpSettings#password()}.
         *
         * @param password password
         * @return this
         */
        public Builder password(String password) {
            this.password = Objects.requireNonNull(password, "password");
            return this;
        }

        /**
         * Sets {@link RtmpSettings#chunkDuration()}.
         *
         * @param chunkDuration duration
         * @return this
         */
        public Builder chunkDuration(Duration chunkDuration) {
            this.chunkDuration = Objects.requireNonNull(chunkDuration, "chunkDuration");
            return this;
        }

        /**
         * Sets {@link RtmpSettings#chunkCount()}.
         *
         * @param chunkCount count
         * @return this
         */
        public Builder chunkCount(int chunkCount) {
            this.chunkCount = chunkCount;
            return this;
        }

        /**
         * Sets {@link RtmpSettings#dashTemplate()}.
         *
         * @param dashTemplate such as {@code TIME}
         * @return this
         */
        public Builder dashTemplate(String dashTemplate) {
            this.dashTemplate = Objects.requireNonNull(dashTemplate, "dashTemplate");
            return this;
        }

        /**
         * Sets {@link RtmpSettings#protocols()}.
         *
         * @param protocols copied
         * @return this
         */
        public Builder protocols(List<String> protocols) {
            this.protocols = List.copyOf(Objects.requireNonNull(protocols, "protocols"));
            return this;
        }

        /**
         * Sets {@link RtmpSettings#apps()}.
         *
         * @param apps copied
         * @return this
         */
        public Builder apps(List<RtmpApp> apps) {
            this.apps = List.copyOf(Objects.requireNonNull(apps, "apps"));
            return this;
        }

        /**
         * Sets {@link RtmpSettings#extraMembers()}.
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
        public RtmpSettings build() {
            return new RtmpSettings(this);
        }
    }
}
