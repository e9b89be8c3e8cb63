package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.signing.ManagementSignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is asked of the server, without its address. */
public final class Request {
    final String method;
    final String path;
    final String query;
    final byte @Nullable [] json;
    final boolean repeatable;
    final boolean named;
    final boolean confidential;
    final @Nullable ManagementSignature signature;

    private Request(
            String method,
            String path,
            String query,
            byte @Nullable [] json,
            boolean repeatable,
            boolean named,
            boolean confidential,
            @Nullable ManagementSignature signature) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.json = json;
        this.repeatable = repeatable;
        this.named = named;
        this.confidential = confidential;
        this.signature = signature;
    }

    /** A request whose path may end in a query. */
    public static Request of(String method, String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
        return new Request(method, path, query, null, false, false, false, null);
    }

    /** The same request with one more parameter in its query. */
    public Request with(String name, String value) {
        String parameter =
                name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        String longer = query.isEmpty() ? parameter : query + "&" + parameter;
        return new Request(method, path, longer, json, repeatable, named, confidential, signature);
    }

    /** The same request with a JSON body. */
    public Request json(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Request(method, path, query, bytes, repeatable, named, confidential, signature);
    }

    /** The same request, safe to be sent again when nobody knows whether it arrived. */
    public Request repeatable() {
        return new Request(method, path, query, json, true, named, confidential, signature);
    }

    /** The same request, known to have the name of something in its path, which may not exist. */
    Request named() {
        return new Request(method, path, query, json, repeatable, true, confidential, signature);
    }

    /** The same request, about passwords or stream keys: no word of its answer goes into an exception. */
    public Request confidential() {
        return new Request(method, path, query, json, repeatable, named, true, signature);
    }

    Request signed(ManagementSignature with) {
        return new Request(method, path, query, json, repeatable, named, confidential, with);
    }

    /** The query that goes on the wire. A credential: not for any log or message. */
    String wireQuery() {
        if (signature == null) {
            return query;
        }
        return query.isEmpty() ? signature.query() : query + "&" + signature.query();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
