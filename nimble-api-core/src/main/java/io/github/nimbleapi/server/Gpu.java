package io.github.nimbleapi.server;

import java.util.Map;
import java.util.Objects;

/**
 * A graphics processor of {@link ServerStatus#gpus()}. Immutable. What the server left out is 0 or {@code ""}.
 */
public final class Gpu {
    private final int index;
    private final String name;
    private final int load;
    private final int memoryLoad;
    private final long totalMemory;
    private final long usedMemory;
    private final int decoderLoad;
    private final int encoderLoad;
    private final Map<String, String> extraMembers;

    private Gpu(Builder from) {
        this.index = from.index;
        this.name = from.name;
        this.load = from.load;
        this.memoryLoad = from.memoryLoad;
        this.totalMemory = from.totalMemory;
        this.usedMemory = from.usedMemory;
        this.decoderLoad = from.decoderLoad;
        this.encoderLoad = from.encoderLoad;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder, so that tests can make one.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@code gpu}: its number.
     *
     * @return number, from 0
     */
    public int index() {
        return index;
    }

    /**
     * {@code name}: what it is.
     *
     * @return model, or {@code ""}
     */
    public String name() {
        return name;
    }

    /**
     * {@code gu}: how busy it is.
     *
     * @return percent, or 0
     */
    public int load() {
        return load;
    }

    /**
     * {@code mu}: how busy its memory is.
     *
     * @return percent, or 0
     */
    public int memoryLoad() {
        return memoryLoad;
    }

    /**
     * {@code tms}: its memory.
     *
     * @return bytes, or 0
     */
    public long totalMemory() {
        return totalMemory;
    }

    /**
     * {@code ums}: its memory in use.
     *
     * @return bytes, or 0
     */
    public long usedMemory() {
        return usedMemory;
    }

    /**
     * {@code du}: how busy its decoder is.
     *
     * @return percent, or 0
     */
    public int decoderLoad() {
        return decoderLoad;
    }

    /**
     * {@code eu}: how busy its encoder is.
     *
     * @return percent, or 0
     */
    public int encoderLoad() {
        return encoderLoad;
    }

    /**
     * Members that have no accessor here, with their text; arrays and objects as JSON.
     *
     * @return an immutable map
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Gpu)) {
            return false;
        }
        Gpu that = (Gpu) other;
        return index == that.index
                && name.equals(that.name)
                && load == that.load
                && memoryLoad == that.memoryLoad
                && totalMemory == that.totalMemory
                && usedMemory == that.usedMemory
                && decoderLoad == that.decoderLoad
                && encoderLoad == that.encoderLoad
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                index, name, load, memoryLoad, totalMemory, usedMemory, decoderLoad, encoderLoad, extraMembers);
    }

    @Override
    public String toString() {
        return "Gpu[" + index + " " + name + ", " + load + " %, decoder " + decoderLoad + " %, encoder " + encoderLoad
                + " %]";
    }

    /** Makes {@link Gpu}. Not thread-safe. */
    public static final class Builder {
        private int index;
        private String name = "";
        private int load;
        private int memoryLoad;
        private long totalMemory;
        private long usedMemory;
        private int decoderLoad;
        private int encoderLoad;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link Gpu#index()}.
         *
         * @param index number
         * @return this
         */
        public Builder index(int index) {
            this.index = index;
            return this;
        }

        /**
         * Sets {@link Gpu#name()}.
         *
         * @param name model
         * @return this
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets {@link Gpu#load()}.
         *
         * @param load percent
         * @return this
         */
        public Builder load(int load) {
            this.load = load;
            return this;
        }

        /**
         * Sets {@link Gpu#memoryLoad()}.
         *
         * @param memoryLoad percent
         * @return this
         */
        public Builder memoryLoad(int memoryLoad) {
            this.memoryLoad = memoryLoad;
            return this;
        }

        /**
         * Sets {@link Gpu#totalMemory()}.
         *
         * @param totalMemory bytes
         * @return this
         */
        public Builder totalMemory(long totalMemory) {
            this.totalMemory = totalMemory;
            return this;
        }

        /**
         * Sets {@link Gpu#usedMemory()}.
         *
         * @param usedMemory bytes
         * @return this
         */
        public Builder usedMemory(long usedMemory) {
            this.usedMemory = usedMemory;
            return this;
        }

        /**
         * Sets {@link Gpu#decoderLoad()}.
         *
         * @param decoderLoad percent
         * @return this
         */
        public Builder decoderLoad(int decoderLoad) {
            this.decoderLoad = decoderLoad;
            return this;
        }

        /**
         * Sets {@link Gpu#encoderLoad()}.
         *
         * @param encoderLoad percent
         * @return this
         */
        public Builder encoderLoad(int encoderLoad) {
            this.encoderLoad = encoderLoad;
            return this;
        }

        /**
         * Sets {@link Gpu#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public Gpu build() {
            return new Gpu(this);
        }
    }
}
