package io.github.nimbleapi.signing;

/** Why Nimble answers 403 to a signed link: see {@link PlaybackToken#explain}. */
public enum PlaybackRefusal {
    /** The token lacks something, or is cut off. */
    UNREADABLE(
            "the token is cut off or lacks server_time, validminutes or hash_value: was the link percent-decoded or shortened on its way?"),

    /** Its time is over. */
    EXPIRED("the link is over: hand out a new one, or make links that are good for longer"),

    /** It begins later: clocks differ. */
    NOT_YET_VALID("the link begins in the future: set the clock of the server that signs, or Nimble's"),

    /** It is for another address. */
    OTHER_IP(
            "the link is for another address: the player reaches Nimble on another way than your page (a proxy, a mobile network,"
                    + " IPv6), so sign without clientIp, or set cdn_origin behind a proxy"),

    /** It is for another stream. */
    OTHER_STREAM("the link is for another stream: sign application and stream without a slash before them"),

    /** It was signed with another key. */
    WRONG_KEY("the link was signed with another key: compare it with the password of the WMSAuth rule in WMSPanel");

    private final String explanation;

    PlaybackRefusal(String explanation) {
        this.explanation = explanation;
    }

    /**
     * What is wrong and what helps, in a sentence.
     *
     * @return the sentence
     */
    public String explanation() {
        return explanation;
    }
}
