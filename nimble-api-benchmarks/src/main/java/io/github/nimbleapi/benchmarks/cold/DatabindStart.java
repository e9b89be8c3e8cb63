package io.github.nimbleapi.benchmarks.cold;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.nimbleapi.benchmarks.peer.SessionBean;
import java.util.List;

/** The JDK's client and Jackson's databind: prints the nanoseconds from the start of main to the first session. */
public final class DatabindStart {
    private DatabindStart() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        List<SessionBean> sessions =
                new ObjectMapper().readValue(RawStart.body(arguments[0]), new TypeReference<>() {});
        long nanos = System.nanoTime() - start;
        System.out.println(sessions.isEmpty() ? "none" : nanos);
    }
}
