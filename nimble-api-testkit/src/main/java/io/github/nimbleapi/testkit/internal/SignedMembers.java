package io.github.nimbleapi.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in a {@code wmsAuthSign} or {@code publishsign}: the Base64 of {@code name=value&name=value}. */
public final class SignedMembers {
    private SignedMembers() {}

    /** The members in any order, the first of each name; none where the text is no Base64. */
    public static Map<String, String> of(String base64) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String pair : decoded(base64).split("&", -1)) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                members.putIfAbsent(pair.substring(0, mark), pair.substring(mark + 1));
            }
        }
        return members;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
