package io.github.nimbleapi.control.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replies with content. */
final class Replies {
    /** Writes the members of a JSON object. */
    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private Replies() {}

    /** The answer to a push, in the form in which it was posted. */
    static HandlerReply push(boolean xml, @Nullable Collection<String> denied, Optional<String> solution) {
        return xml ? xml(denied, solution) : json(200, json -> write(json, denied, solution));
    }

    static HandlerReply json(int status, Writing members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = PostedJson.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            members.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text could not be written", e);
        }
        return HandlerReply.of(status, HandlerReply.JSON, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(JsonGenerator json, @Nullable Collection<String> denied, Optional<String> solution)
            throws IOException {
        if (denied != null) {
            json.writeObjectFieldStart("DenyList");
            json.writeArrayFieldStart("ID");
            for (String id : denied) {
                json.writeString(id);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        if (solution.isPresent()) {
            json.writeStringField("Solution", solution.get());
        }
    }

    private static HandlerReply xml(@Nullable Collection<String> denied, Optional<String> solution) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ApiSyncResponse>");
        solution.ifPresent(text -> xml.append("<Solution>").append(text).append("</Solution>"));
        if (denied != null) {
            xml.append("<DenyList>");
            denied.stream().filter(Replies::fitsXml).forEach(id -> element(xml, id));
            xml.append("</DenyList>");
        }
        xml.append("</ApiSyncResponse>");
        return HandlerReply.of(200, HandlerReply.XML, xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** One character that XML does not have would make the whole answer unreadable. */
    private static boolean fitsXml(String id) {
        return id.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff)));
    }

    private static void element(StringBuilder xml, String id) {
        xml.append("<ID>");
        id.codePoints().forEach(c -> {
            if (c < ' ' || c == '<' || c == '>' || c == '&') {
                xml.append("&#").append(c).append(';');
            } else {
                xml.appendCodePoint(c);
            }
        });
        xml.append("</ID>");
    }
}
