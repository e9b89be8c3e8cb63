package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The RTMP settings of a fake. */
final class FakeRtmpSettings {
    private final List<String> interfaces = new ArrayList<>();
    private final List<String> apps = new ArrayList<>();
    private String login = "";
    private String password = "";
    private int changes;

    synchronized void addInterface(String ip, int port, boolean ssl) {
        interfaces.add(new JsonText()
                .member("ip", Objects.requireNonNull(ip, "ip"))
                .member("port", port)
                .member("ssl", ssl)
                .toString());
        changes++;
    }

    synchronized void addApp(String app, String appLogin, String appPassword) {
        apps.add(new JsonText()
                .member("app", Objects.requireNonNull(app, "app"))
                .member("login", Objects.requireNonNull(appLogin, "login"))
                .member("password", Objects.requireNonNull(appPassword, "password"))
                .toString());
        changes++;
    }

    synchronized void login(String newLogin, String newPassword) {
        this.login = Objects.requireNonNull(newLogin, "login");
        this.password = Objects.requireNonNull(newPassword, "password");
        changes++;
    }

    synchronized String wireText() {
        JsonText settings = new JsonText()
                .member("hash", Integer.toString(changes))
                .raw("interfaces", JsonText.array(interfaces))
                .member("login", login)
                .member("password", password)
                .member("duration", 6)
                .member("chunk_count", 4)
                .member("dash_template", "TIME")
                .raw("protocols", "[\"HLS\",\"DASH\"]")
                .raw("apps", JsonText.array(apps))
                .raw("abr", "[]");
        return new JsonText().raw("RtmpSettings", settings.toString()).toString();
    }
}
