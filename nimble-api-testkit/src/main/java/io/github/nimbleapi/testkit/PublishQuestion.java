package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A batch of attempts to publish, by {@code seq}, that a handler is asked about. Immutable. */
final class PublishQuestion {
    private static final Set<String> WORDS = Set.of("success", "fail");

    private final Map<String, PublishLink> links;

    PublishQuestion(Map<String, PublishLink> links) {
        this.links = links;
    }

    String body(String publisherIp) {
        List<JsonText> items = links.entrySet().stream()
                .map(one -> new JsonText()
                        .member("seq", one.getKey())
                        .member("id", one.getValue().publisherId())
                        .member("ip", publisherIp)
                        .member("stream", one.getValue().name()))
                .collect(Collectors.toList());
        return new JsonText().raw("PublishAuthRequest", JsonText.array(items)).toString();
    }

    String problem(HandlerCall call) {
        if (!call.isAnswered(200)) {
            return "the handler has to answer 200";
        }
        Map<Object, Object> statuses = statuses(call);
        return links.keySet().stream()
                .filter(seq -> !WORDS.contains(statuses.getOrDefault(seq, "")))
                .map(seq -> "the answer has neither success nor fail for seq \"" + seq + "\"")
                .findFirst()
                .orElse("");
    }

    Set<PublishLink> allowed(HandlerCall call) {
        Map<Object, Object> statuses = call.isAnswered(200) ? statuses(call) : Map.of();
        return links.entrySet().stream()
                .filter(one -> "success".equals(statuses.get(one.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static Map<Object, Object> statuses(HandlerCall call) {
        Object items =
                call.answer().map(answer -> answer.get("PublishAuthResponse")).orElse(List.of());
        Map<Object, Object> statuses = new HashMap<>();
        for (Object item : items instanceof List ? (List<?>) items : List.of()) {
            if (item instanceof Map) {
                Object seq = ((Map<?, ?>) item).get("seq");
                Object status = ((Map<?, ?>) item).get("status");
                if (seq != null && status != null) {
                    statuses.put(seq, status);
                }
            }
        }
        return statuses;
    }
}
