package io.github.nimbleapi.republish;

/** Words for {@link RepublishRule#authSchema()}. A server may know others. */
public final class AuthSchema {
    /** No login. */
    public static final String NONE = "NONE";

    /** As a Nimble Streamer asks for it. */
    public static final String NIMBLE = "NIMBLE";

    /** As Akamai asks for it. */
    public static final String AKAMAI = "AKAMAI";

    /** As Limelight asks for it. */
    public static final String LIMELIGHT = "LIMELIGHT";

    /** As Periscope asks for it. */
    public static final String PERISCOPE = "PERISCOPE";

    private AuthSchema() {}
}
