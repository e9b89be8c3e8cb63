package io.github.nimbleapi.control.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies as long as the limit allows, made by somebody who wants to fill the memory: in a JVM that has little. */
@Timeout(120)
class LargeBodiesTest {
    @Test
    void whatIsNotSignedCostsLittleMoreThanItself() throws Exception {
        assertThat(run("unsigned")).isEqualTo("403 403 403 403 400 403 403 400 400 400 400 400");
    }

    @Test
    void namesAreNotKeptForTheNextBody() throws Exception {
        assertThat(run("names")).isEqualTo(String.join(" ", Collections.nCopies(40, "403")));
    }

    @Test
    void entriesWithoutNumberAreNotKept() throws Exception {
        assertThat(run("entries")).isEqualTo("400 400 400 400 400 200");
    }

    /** Not a test. */
    public static void main(String[] args) {
        switch (args[0]) {
            case "unsigned":
                unsigned();
                break;
            case "names":
                names();
                break;
            default:
                entries();
        }
    }

    private static void names() {
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(failure -> {})
                .onReport(report -> Set.of())
                .build();
        String longest = "x".repeat(49_900);
        StringBuilder all = new StringBuilder();
        for (int body = 0; body < 40; body++) {
            String unique = ",\"" + body + "-";
            all.append(status(handler, "{\"a\":1", i -> i < 320 ? unique + i + longest + "\":1" : " ", "}"));
        }
        System.out.println(all);
    }

    private static void entries() {
        PublishControlHandler publish = PublishControlHandler.builder()
                .listener(failure -> {})
                .decide(attempt -> true)
                .build();
        PayPerViewHandler report = PayPerViewHandler.builderWithoutToken()
                .listener(failure -> {})
                .onReport(viewers -> Set.of())
                .build();
        StreamEventHandler events = StreamEventHandler.builderWithoutToken()
                .listener(failure -> {})
                .onEvent(event -> {})
                .build();
        String players = "{\"PayPerViewInfo\":{\"VHost\":{\"Application\":{\"Instance\":{\"Stream\":{\"Player\":[{}";
        String agents = players.substring(0, players.length() - 1) + "\"user_agents\":[1";
        System.out.println(""
                + status(publish, "{\"PublishAuthRequest\":[{}", i -> ",{}", "]}")
                + status(report, players, i -> ",{}", "]}}}}}}")
                + status(report, agents, i -> ",1", "]}]}}}}}}")
                + status(events, "{\"publish\":[{}", i -> ",{}", "]}")
                + status(events, "<ApiSyncRequest>", i -> "<Publish/>", "</ApiSyncRequest>")
                + status(publish, "{\"PublishAuthRequest\":[{}", i -> i < 999 ? ",{}" : " ", "]}"));
    }

    private static void unsigned() {
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(failure -> {})
                .onReport(report -> Set.of())
                .build();
        String xml = "<ApiSyncRequest><PayPerViewInfo>";
        String end = "</PayPerViewInfo></ApiSyncRequest>";
        System.out.println(""
                + status(handler, "{\"a\":1", i -> ",\"" + i + "\":1", "}")
                + status(handler, "{\"PayPerViewInfo\":{\"VHost\":[0", i -> ",{}", "]}}")
                + status(handler, "{\"a\":\"", i -> "xyz", "\"}")
                + status(handler, "{\"PayPerViewInfo\":[0", i -> ",[[[[]]]]", "]}")
                + status(handler, "", i -> "[", "")
                + status(handler, xml, i -> "<VHost/>", end)
                + status(handler, xml, i -> "text ", end)
                + status(handler, xml, i -> "<a" + i + "/>", end)
                + status(handler, xml + "<a", i -> " a" + i + "=''", "/>" + end)
                + status(handler, "", i -> "<a>", "")
                + status(handler, "{\"ID\":\"", i -> "xyz", "\"}")
                + status(handler, "<ApiSyncRequest><ID>", i -> "xyz", "</ID></ApiSyncRequest>"));
    }

    private static String status(NimbleHandler handler, String begin, IntFunction<String> part, String end) {
        byte[] body = new byte[NimbleHandler.DEFAULT_MAX_BODY_BYTES];
        int at = copy(begin, body, 0);
        for (int i = 0; at < body.length - 100; i++) {
            at = copy(part.apply(i), body, at);
        }
        copy(end, body, at);
        for (int i = at + end.length(); i < body.length; i++) {
            body[i] = ' ';
        }
        return " " + handler.handle(body).status();
    }

    private static int copy(String text, byte[] into, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }

    private static String run(String bodies) throws Exception {
        String name = LargeBodiesTest.class.getName();
        String file = "/" + name.replace('.', '/') + ".class";
        String here =
                Objects.requireNonNull(LargeBodiesTest.class.getResource(file)).toString();
        String classPath = Path.of(URI.create(here.replace(file, "/")))
                + File.pathSeparator
                + Stream.of("jdk.module.path", "java.class.path")
                        .map(path -> System.getProperty(path, ""))
                        .filter(path -> !path.isEmpty())
                        .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-Xmx64m", "-cp", classPath, name, bodies)
                .redirectErrorStream(true)
                .start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
