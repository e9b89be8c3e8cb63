package io.github.nimbleapi.benchmarks.peer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Jackson as a user would set it up. */
final class Databind {
    static final TypeReference<List<SessionBean>> SESSIONS = new TypeReference<>() {};

    private Databind() {}

    static ObjectMapper mapper() {
        return new ObjectMapper();
    }
}
