package io.github.nimbleapi.protocol;

import java.util.Map;
import java.util.Objects;

/**
 * An application that takes RTMP, an element of {@link RtmpSettings#apps()}. Immutable. What the server left out is
 * {@code ""}.
 *
 * <p>Login and password are in clear, and members without an accessor may be secrets too: {@link #toString()} shows
 * none of them.
 */
public final class RtmpApp {
    private final String app;
    private final String login;
    private final String password;
    private final Map<String, String> extraMembers;

    private RtmpApp(Builder from) {
        this.app = from.app;
        this.login = from.login;
        this.password = from.password;
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
     * {@code app}.
     *
     * @return the application, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code login}: what publishers must log in with.
     *
     * @return login in clear, or {@code ""} where none is needed
     */
    public String login() {
        return login;
    }

    /**
     * {@code password}: what publishers must log in with.
     *
     * @return password in clear, or {@code ""} where none is needed
     */
    public String password() {
        return password;
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
        if (!(other instanceof RtmpApp)) {
            return false;
        }
        RtmpApp that = (RtmpApp) other;
        return app.equals(that.app)
                && login.equals(that.login)
                && password.equals(that.password)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(app, login, password, extraMembers);
    }

    @Override
    public String toString() {
        return "RtmpApp[" + app + "]";
    }

    /** Makes {@link RtmpApp}. Not thread-safe. */
    public static final class Builder {
        private String app = "";
        private String login = "";
        private String password = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link RtmpApp#app()}.
         *
         * @param app the application
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link RtmpApp#login()}.
         *
         * @param login login
         * @return this
         */
        public Builder login(String login) {
            this.login = Objects.requireNonNull(login, "login");
            return this;
        }

        /**
         * Sets {@link RtmpApp#password()}.
         *
         * @param password password
         * @return this
         */
        public Builder password(String password) {
            this.password = Objects.requireNonNull(password, "password");
            return this;
        }

        /**
         * Sets {@link RtmpApp#extraMembers()}.
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
        public RtmpApp build() {
            return new RtmpApp(this);
        }
    }
}
