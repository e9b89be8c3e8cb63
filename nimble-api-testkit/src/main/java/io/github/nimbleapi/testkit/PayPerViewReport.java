package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report of pay-per-view, as it is sent and maybe sent again. Immutable. */
final class PayPerViewReport {
    final List<Watched> watched;
    private final PushHeader header = new PushHeader();
    private final String token;
    private final String body;

    PayPerViewReport(List<Watched> watched, String token) {
        this.watched = watched;
        this.token = token;
        this.body = header.begin(token).raw("PayPerViewInfo", info(watched)).toString();
    }

    String body() {
        return body;
    }

    /** Always so without a token. */
    boolean isSolved(@Nullable Object solution) {
        return token.isEmpty() || header.isSolved(token, solution);
    }

    private static String info(List<Watched> watched) {
        List<Watched> told = watched.stream().filter(Watched::isWorthTelling).collect(Collectors.toList());
        return told.isEmpty() ? "{}" : new JsonText().raw("VHost", vhosts(told)).toString();
    }

    private static String vhosts(List<Watched> watched) {
        String apps = named(watched, one -> one.session.app(), "Instance", PayPerViewReport::instances);
        return named("_defaultVHost_", "Application", apps);
    }

    private static String instances(List<Watched> watched) {
        String streams = named(watched, one -> one.session.stream(), "Player", PayPerViewReport::players);
        return named("_definst_", "Stream", streams);
    }

    private static String players(List<Watched> watched) {
        return JsonText.array(watched.stream().map(PayPerViewReport::player).collect(Collectors.toList()));
    }

    private static JsonText player(Watched watched) {
        FakeSession session = watched.session;
        List<String> userAgents =
                session.userAgent().isEmpty() ? List.of() : List.of(JsonText.quoted(session.userAgent()));
        return new JsonText()
                .member("id", session.viewerId())
                .member("ip", session.clientIp())
                .member("sessionid", Long.toUnsignedString(session.id()))
                .member("delta", watched.millis)
                .member("bytes_sent", watched.bytes)
                .raw("user_agents", JsonText.array(userAgents));
    }

    /** An array with one element for each name, in the order in which the names first come. */
    private static String named(
            List<Watched> watched, Function<Watched, String> name, String inner, Function<List<Watched>, String> text) {
        Map<String, List<Watched>> byName =
                watched.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
        List<JsonText> elements = new ArrayList<>();
        byName.forEach(
                (key, some) -> elements.add(new JsonText().member("name", key).raw(inner, text.apply(some))));
        return JsonText.array(elements);
    }

    private static String named(String name, String inner, String text) {
        return JsonText.array(List.of(new JsonText().member("name", name).raw(inner, text)));
    }
}
