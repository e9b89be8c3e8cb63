package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardWriterTest {
    @Test
    void theStreamsOwnEncodingIsKept() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter writer = StandardWriter.on(new PrintStream(bytes, false, StandardCharsets.UTF_16BE));

        writer.println("\u015fekil");

        assertThat(bytes.toString(StandardCharsets.UTF_16BE)).isEqualToIgnoringNewLines("\u015fekil\n");
        assertThat(writer.checkError()).isFalse();
    }

    @Test
    void aPipeThatNobodyReadsIsNoticed() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        PrintWriter writer = StandardWriter.on(new PrintStream(broken, false, StandardCharsets.UTF_8));

        writer.println("anybody there?");

        assertThat(writer.checkError()).isTrue();
    }
}
