package dev.laurel.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.examples.benchmarks.contender.Entrant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void what_one_JVM_writes_another_reads() {
        Measurement measurement = ofCpu(3);

        assertThat(Measurement.isLine(measurement.toLine())).isTrue();
        assertThat(Measurement.parse(measurement.toLine())).isEqualTo(measurement);
        assertThat(Measurement.isLine("a warning of the JVM")).isFalse();
    }

    @Test
    void the_middle_of_several_counts() {
        assertThat(Measurement.middleOf(List.of(ofCpu(9), ofCpu(1), ofCpu(3)))).isEqualTo(ofCpu(3));
        assertThat(Measurement.middleOf(List.of(ofCpu(9)))).isEqualTo(ofCpu(9));
    }

    private static Measurement ofCpu(long cpu) {
        return new Measurement(Entrant.DROOLS, 50, cpu, 4, 5, 6, 7, 8, 9, 10, 11);
    }
}
