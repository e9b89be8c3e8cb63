package io.github.nimbleapi.internal.http;

import java.io.IOException;

/** Makes a value of a successful reply while its body arrives. */
@FunctionalInterface
public interface ReplyReader<T> {
    T read(Reply reply) throws IOException;
}
