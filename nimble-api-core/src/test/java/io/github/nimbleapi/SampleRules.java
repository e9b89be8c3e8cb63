package io.github.nimbleapi;

import io.github.nimbleapi.republish.AuthSchema;
import io.github.nimbleapi.republish.RepublishRule;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Republishing rules with secrets in every place that may have one, and their wire text. */
final class SampleRules {
    static final String KEY = "s3cret-key-FB%2F1";
    static final String PARAMETER = "s3cret&\u00e9\"par";
    static final String LOGIN = "s3cret-login";
    static final String PASSWORD = "s3cret=p\u00e4ss\\w\"rd&";

    static final RepublishRule TO_FACEBOOK = RepublishRule.to(
                    URI.create("rtmps://live-api-s.facebook.com:443/rtmp/" + KEY + "?s_bl=s3cret-tail"))
            .from("live", "one")
            .id("not sent")
            .destinationAppParams("a=" + PARAMETER)
            .destinationStreamParams("b=s3cret-stream")
            .authSchema(AuthSchema.AKAMAI)
            .destinationLogin(LOGIN)
            .destinationPassword(PASSWORD)
            .keepSourceStreamParams(true)
            .extraMembers(Map.of("not", "sent"))
            .build();

    static final String TO_FACEBOOK_ON_THE_WIRE =
            "{\"src_app\":\"live\",\"src_stream\":\"one\",\"dest_addr\":\"live-api-s.facebook.com\",\"dest_port\":443,"
                    + "\"dest_app\":\"rtmp\",\"dest_stream\":\"s3cret-key-FB%2F1?s_bl=s3cret-tail\","
                    + "\"dest_app_params\":\"a=s3cret&\u00e9\\\"par\",\"dest_stream_params\":\"b=s3cret-stream\","
                    + "\"auth_schema\":\"AKAMAI\",\"dest_login\":\"s3cret-login\","
                    + "\"dest_password\":\"s3cret=p\u00e4ss\\\\w\\\"rd&\","
                    + "\"keep_src_stream_params\":true,\"ssl\":true}";

    /** As a server may tell it, with a secret wherever one can be known by its name. */
    static final String OF_THE_SERVER = "{\"id\":1,\"src_app\":\"live\",\"src_stream\":\"one\",\"dest_addr\":\"h\","
            + "\"dest_app\":\"app/s3cret%3D1\",\"dest_stream\":\"s3cret-key\",\"dest_app_params\":\"a/s3cret, b\","
            + "\"dest_stream_params\":\"[s3cret]\",\"dest_login\":\"s3cret\\\"s3cret\",\"dest_password\":\"{s3cret}\","
            + "\"ssl\":true}";

    static final RepublishRule OF_ALL = RepublishRule.to(URI.create("rtmp://edge_2:1936/in/side/all"))
            .fromWholeApplication("radio")
            .build();

    static final String OF_ALL_ON_THE_WIRE =
            "{\"src_app\":\"radio\",\"dest_addr\":\"edge_2\",\"dest_port\":1936,\"dest_app\":\"in/side\","
                    + "\"dest_stream\":\"all\",\"dest_app_params\":\"\",\"dest_stream_params\":\"\","
                    + "\"auth_schema\":\"NONE\",\"dest_login\":\"\",\"dest_password\":\"\","
                    + "\"keep_src_stream_params\":false,\"ssl\":false}";

    /** Each secret as a whole, and in part. */
    static final List<String> SECRETS = List.of(
            KEY,
            KEY + "?s_bl=s3cret-tail",
            "s_bl=s3cret-tail",
            "s3cret-tail",
            PARAMETER,
            "a=" + PARAMETER,
            "b=s3cret-stream",
            LOGIN,
            PASSWORD,
            LOGIN + ":" + PASSWORD);

    private SampleRules() {}
}
