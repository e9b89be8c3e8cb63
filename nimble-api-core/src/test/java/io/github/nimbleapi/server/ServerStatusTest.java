package io.github.nimbleapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerStatusTest {
    private static ServerStatus.Builder full() {
        return ServerStatus.builder()
                .connections(1)
                .outRate(2)
                .processors(3)
                .cpuLoad(0.0075)
                .totalMemory(4)
                .freeMemory(5)
                .totalSwap(6)
                .freeSwap(7)
                .ramCacheSize(8)
                .maxRamCacheSize(9)
                .fileCacheSize(10)
                .maxFileCacheSize(11)
                .extraMembers(Map.of("SysInfo.nvml", "[]"));
    }

    @Test
    void whatIsBuiltIsRead() {
        ServerStatus status = full().build();

        assertThat(status.connections()).isEqualTo(1);
        assertThat(status.outRate()).isEqualTo(2);
        assertThat(status.processors()).isEqualTo(3);
        assertThat(status.cpuLoad()).isEqualTo(0.0075);
        assertThat(status.totalMemory()).isEqualTo(4);
        assertThat(status.freeMemory()).isEqualTo(5);
        assertThat(status.totalSwap()).isEqualTo(6);
        assertThat(status.freeSwap()).isEqualTo(7);
        assertThat(status.ramCacheSize()).isEqualTo(8);
        assertThat(status.maxRamCacheSize()).isEqualTo(9);
        assertThat(status.fileCacheSize()).isEqualTo(10);
        assertThat(status.maxFileCacheSize()).isEqualTo(11);
        assertThat(status.extraMembers()).containsExactly(Map.entry("SysInfo.nvml", "[]"));
    }

    @Test
    void whatIsNotSetIsZero() {
        assertThat(ServerStatus.builder().build()).isEqualTo(zero().build());
    }

    private static ServerStatus.Builder zero() {
        return ServerStatus.builder()
                .connections(0)
                .outRate(0)
                .processors(0)
                .cpuLoad(0)
                .totalMemory(0)
                .freeMemory(0)
                .totalSwap(0)
                .freeSwap(0)
                .ramCacheSize(0)
                .maxRamCacheSize(0)
                .fileCacheSize(0)
                .maxFileCacheSize(0)
                .extraMembers(Map.of());
    }

    @Test
    void statusesOfTheSameContentAreEqual() {
        assertThat(full().build())
                .isEqualTo(full().build())
                .hasSameHashCodeAs(full().build())
                .hasToString("ServerStatus[1 connections, 2 bit/s out, load 0.0075]")
                .isNotEqualTo("status");
    }

    static Stream<UnaryOperator<ServerStatus.Builder>> changes() {
        return Stream.of(
                status -> status.connections(99),
                status -> status.outRate(99),
                status -> status.processors(99),
                status -> status.cpuLoad(99),
                status -> status.totalMemory(99),
                status -> status.freeMemory(99),
                status -> status.totalSwap(99),
                status -> status.freeSwap(99),
                status -> status.ramCacheSize(99),
                status -> status.maxRamCacheSize(99),
                status -> status.fileCacheSize(99),
                status -> status.maxFileCacheSize(99),
                status -> status.extraMembers(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anyDifferenceMakesThemUnequal(UnaryOperator<ServerStatus.Builder> change) {
        assertThat(change.apply(full()).build()).isNotEqualTo(full().build());
    }

    @Test
    @SuppressWarnings("NullAway")
    void missingExtraMembersAreRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> full().extraMembers(null))
                .withMessage("extraMembers");
    }
}
