package dev.shipgate.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** A trace for the log, in which no value of a request stands. */
class TraceOnlyTest {

    @Test
    void saysWhereAndWhatKindAndNothingOfWhatWasSaid() {
        StringWriter written = new StringWriter();
        TraceOnly.of(new IllegalStateException("secret 4711", new IllegalArgumentException("secret 4712")))
                .printStackTrace(new PrintWriter(written, true));

        assertThat(written.toString())
                .contains(
                        "java.lang.IllegalStateException", "java.lang.IllegalArgumentException", "TraceOnlyTest.java:")
                .doesNotContain("secret");
    }

    @Test
    void causesThatGoInACircleEnd() {
        RuntimeException outer = new RuntimeException();
        outer.initCause(new RuntimeException(outer));

        assertThat(TraceOnly.of(outer)).hasMessage("java.lang.RuntimeException");
    }
}
