package io.github.nimbleapi.server;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code GET /manage/server_status} tells. Immutable. What the server left out is 0.
 */
public final class ServerStatus {
    private final long connections;
    private final long outRate;
    private final int processors;
    private final double cpuLoad;
    private final long totalMemory;
    private final long freeMemory;
    private final long totalSwap;
    private final long freeSwap;
    private final long ramCacheSize;
    private final long maxRamCacheSize;
    private final long fileCacheSize;
    private final long maxFileCacheSize;
    private final List<Gpu> gpus;
    private final Map<String, String> extraMembers;

    private ServerStatus(Builder from) {
        this.connections = from.connections;
        this.outRate = from.outRate;
        this.processors = from.processors;
        this.cpuLoad = from.cpuLoad;
        this.totalMemory = from.totalMemory;
        this.freeMemory = from.freeMemory;
        this.totalSwap = from.totalSwap;
        this.freeSwap = from.freeSwap;
        this.ramCacheSize = from.ramCacheSize;
        this.maxRamCacheSize = from.maxRamCacheSize;
        this.fileCacheSize = from.fileCacheSize;
        this.maxFileCacheSize = from.maxFileCacheSize;
        this.gpus = from.gpus;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder, so that tests can make a status.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@code Connections}: connections, as the server counts them.
     *
     * @return connections, or 0
     */
    public long connections() {
        return connections;
    }

    /**
     * {@code OutRate}: what goes out.
     *
     * @return bits per second, or 0
     */
    public long outRate() {
        return outRate;
    }

    /**
     * {@code SysInfo.ap}: processors of the machine.
     *
     * @return number, or 0
     */
    public int processors() {
        return processors;
    }

    /**
     * {@code SysInfo.scl}: CPU load, as the server counts it (a text on the wire).
     *
     * @return load, or 0
     */
    public double cpuLoad() {
        return cpuLoad;
    }

    /**
     * {@code SysInfo.tpms}: RAM of the machine.
     *
     * @return bytes, or 0
     */
    public long totalMemory() {
        return totalMemory;
    }

    /**
     * {@code SysInfo.fpms}: free RAM.
     *
     * @return bytes, or 0
     */
    public long freeMemory() {
        return freeMemory;
    }

    /**
     * {@code SysInfo.tsss}: swap space.
     *
     * @return bytes, or 0
     */
    public long totalSwap() {
        return totalSwap;
    }

    /**
     * {@code SysInfo.fsss}: free swap space.
     *
     * @return bytes, or 0
     */
    public long freeSwap() {
        return freeSwap;
    }

    /**
     * {@code RamCacheSize}: cache used in RAM.
     *
     * @return megabytes, or 0
     */
    public long ramCacheSize() {
        return ramCacheSize;
    }

    /**
     * {@code MaxRamCacheSize}: limit of the cache in RAM.
     *
     * @return megabytes, or 0
     */
    public long maxRamCacheSize() {
        return maxRamCacheSize;
    }

    /**
     * {@code FileCacheSize}: cache used on disk.
     *
     * @return megabytes, or 0
     */
    public long fileCacheSize() {
        return fileCacheSize;
    }

    /**
     * {@code MaxFileCacheSize}: limit of the cache on disk.
     *
     * @return megabytes, or 0
     */
    public long maxFileCacheSize() {
        return maxFileCacheSize;
    }

    /**
     * {@code SysInfo.nvml}: NVIDIA graphics processors, where the server has any.
     *
     * @return an immutable list, perhaps empty
     */
    public List<Gpu> gpus() {
        return gpus;
    }

    /**
     * Members of the answer that have no accessor here, with their text; arrays and objects as JSON. Those of
     * {@code SysInfo} are named with that prefix, such as {@code SysInfo.uptime}.
     *
     * @return an immutable map
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ServerStatus)) {
            return false;
        }
        ServerStatus that = (ServerStatus) other;
        return connections == that.connections
                && outRate == that.outRate
                && processors == that.processors
                && Double.compare(cpuLoad, that.cpuLoad) == 0
                && totalMemory == that.totalMemory
                && freeMemory == that.freeMemory
                && totalSwap == that.totalSwap
                && freeSwap == that.freeSwap
                && ramCacheSize == that.ramCacheSize
                && maxRamCacheSize == that.maxRamCacheSize
                && fileCacheSize == that.fileCacheSize
                && maxFileCacheSize == that.maxFileCacheSize
                && gpus.equals(that.gpus)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connections, outRate, processors, cpuLoad, totalMemory, freeMemory, gpus, extraMembers);
    }

    @Override
    public String toString() {
        return "ServerStatus[" + connections + " connections, " + outRate + " bit/s out, load " + cpuLoad + "]";
    }

    /** Makes a {@link ServerStatus}. Not thread-safe. */
    public static final class Builder {
        private long connections;
        private long outRate;
        private int processors;
        private double cpuLoad;
        private long totalMemory;
        private long freeMemory;
        private long totalSwap;
        private long freeSwap;
        private long ramCacheSize;
        private long maxRamCacheSize;
        private long fileCacheSize;
        private long maxFileCacheSize;
        private List<Gpu> gpus = List.of();
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link ServerStatus#connections()}.
         *
         * @param connections connections
         * @return this
         */
        public Builder connections(long connections) {
            this.connections = connections;
            return this;
        }

        /**
         * Sets {@link ServerStatus#outRate()}.
         *
         * @param outRate bits per second
         * @return this
         */
        public Builder outRate(long outRate) {
            this.outRate = outRate;
            return this;
        }

        /**
         * Sets {@link ServerStatus#processors()}.
         *
         * @param processors number
         * @return this
         */
        public Builder processors(int processors) {
            this.processors = processors;
            return this;
        }

        /**
         * Sets {@link ServerStatus#cpuLoad()}.
         *
         * @param cpuLoad load
         * @return this
         */
        public Builder cpuLoad(double cpuLoad) {
            this.cpuLoad = cpuLoad;
            return this;
        }

        /**
         * Sets {@link ServerStatus#totalMemory()}.
         *
         * @param totalMemory bytes
         * @return this
         */
        public Builder totalMemory(long totalMemory) {
            this.totalMemory = totalMemory;
            return this;
        }

        /**
         * Sets {@link ServerStatus#freeMemory()}.
         *
         * @param freeMemory bytes
         * @return this
         */
        public Builder freeMemory(long freeMemory) {
            this.freeMemory = freeMemory;
            return this;
        }

        /**
         * Sets {@link ServerStatus#totalSwap()}.
         *
         * @param totalSwap bytes
         * @return this
         */
        public Builder totalSwap(long totalSwap) {
            this.totalSwap = totalSwap;
            return this;
        }

        /**
         * Sets {@link ServerStatus#freeSwap()}.
         *
         * @param freeSwap bytes
         * @return this
         */
        public Builder freeSwap(long freeSwap) {
            this.freeSwap = freeSwap;
            return this;
        }

        /**
         * Sets {@link ServerStatus#ramCacheSize()}.
         *
         * @param ramCacheSize megabytes
         * @return this
         */
        public Builder ramCacheSize(long ramCacheSize) {
            this.ramCacheSize = ramCacheSize;
            return this;
        }

        /**
         * Sets {@link ServerStatus#maxRamCacheSize()}.
         *
         * @param maxRamCacheSize megabytes
         * @return this
         */
        public Builder maxRamCacheSize(long maxRamCacheSize) {
            this.maxRamCacheSize = maxRamCacheSize;
            return this;
        }

        /**
         * Sets {@link ServerStatus#fileCacheSize()}.
         *
         * @param fileCacheSize megabytes
         * @return this
         */
        public Builder fileCacheSize(long fileCacheSize) {
            this.fileCacheSize = fileCacheSize;
            return this;
        }

        /**
         * Sets {@link ServerStatus#maxFileCacheSize()}.
         *
         * @param maxFileCacheSize megabytes
         * @return this
         */
        public Builder maxFileCacheSize(long maxFileCacheSize) {
            this.maxFileCacheSize = maxFileCacheSize;
            return this;
        }

        /**
         * Sets {@link ServerStatus#gpus()}.
         *
         * @param gpus graphics processors; copied
         * @return this
         */
        public Builder gpus(List<Gpu> gpus) {
            this.gpus = List.copyOf(Objects.requireNonNull(gpus, "gpus"));
            return this;
        }

        /**
         * Sets {@link ServerStatus#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the status.
         *
         * @return an immutable status
         */
        public ServerStatus build() {
            return new ServerStatus(this);
        }
    }
}
