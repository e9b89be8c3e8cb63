package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class CtrlCTest {
    /** Is ended while it saves. */
    static final class Program {
        public static void main(String[] arguments) throws InterruptedException {
            try (CtrlC ctrlC = CtrlC.interruptsThisThread()) {
                ctrlC.undisturbed(() -> {
                    System.out.println("saving");
                    Thread.sleep(1_000);
                    System.out.println("saved");
                });
                ctrlC.await();
                Thread.sleep(100);
                System.out.println("ended well");
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes can't be asked to end")
    void aProgramEndsWell() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(printed.readLine()).isEqualTo("saving");
            process.toHandle().destroy(); // and its output stays readable

            assertThat(printed.lines().collect(Collectors.toList())).containsExactly("saved", "ended well");
        }
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void anInterruptWaitsForWhatMustNotBeDisturbed() {
        Thread.currentThread().interrupt();
        try (CtrlC ctrlC = CtrlC.interruptsThisThread()) {
            ctrlC.undisturbed(
                    () -> assertThat(Thread.currentThread().isInterrupted()).isFalse());
            assertThat(Thread.currentThread().isInterrupted()).isTrue();

            ctrlC.await();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        } finally {
            Thread.interrupted();
        }
    }
}
