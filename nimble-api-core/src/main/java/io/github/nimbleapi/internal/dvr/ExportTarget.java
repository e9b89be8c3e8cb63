package io.github.nimbleapi.internal.dvr;

import java.io.IOException;

/** Where an export is written to. Used by one thread, but discarded by any. */
interface ExportTarget {
    void open() throws IOException;

    void write(byte[] bytes, int count) throws IOException;

    /** All is written. */
    void finish() throws IOException;

    /** Nothing more will be written. Does nothing after {@link #finish()}. */
    void discard();
}
