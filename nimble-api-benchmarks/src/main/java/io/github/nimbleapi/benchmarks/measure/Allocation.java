package io.github.nimbleapi.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Bytes that all threads of this JVM allocate, less those of threads that end meanwhile. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long[] idsBefore = THREADS.getAllThreadIds();
    private final long[] before = THREADS.getThreadAllocatedBytes(idsBefore);

    /** Since this was made. */
    long bytes() {
        long[] ids = THREADS.getAllThreadIds();
        long[] after = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> known = new HashMap<>();
        for (int i = 0; i < idsBefore.length; i++) {
            known.put(idsBefore[i], Math.max(0, before[i]));
        }
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += Math.max(0, after[i] - known.getOrDefault(ids[i], 0L));
        }
        return sum;
    }
}
