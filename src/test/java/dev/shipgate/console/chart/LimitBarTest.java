package dev.shipgate.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitBarTest {

    @ParameterizedTest
    @CsvSource({
        "0.4, pass, pass, 36, 0, false",
        "0, pass, pass, 60, 0, false",
        "1, pass, pass, 2, 0, false",
        "9, pass, pass, 2, 0, false",
        "-0.125, fail, fail, 60, 7.5, false",
        "-0.5, fail, fail, 60, 30, false",
        "-0.51, fail, fail, 60, 30, true",
        "-1e308, fail, fail, 60, 30, true",
        "-Infinity, fail, fail, 60, 30, true",
        "NaN, fail, fail, 0, 0, false",
        ", not_evaluated, not-evaluated, 0, 0, false",
        ", not_applicable, not-applicable, 0, 0, false",
        "0.4, <b>, not-evaluated, 36, 0, false",
    })
    void standsAtTheTickWhereTheLimitIsUsedUp(
            Double margin, String outcome, String kind, double within, double beyond, boolean isCut) {
        assertThat(LimitBar.of(margin, outcome)).isEqualTo(new LimitBar(kind, within, beyond, isCut));
    }

    @Test
    void isWrittenWithoutWords() throws IOException {
        assertThat(Rendered.limitBar(LimitBar.of(-3.0, "fail"))).isEqualToNormalizingNewlines("""
                <svg class="limit-bar fail" viewBox="0 0 96 14" aria-hidden="true" focusable="false">
                <rect class="track" x="0.5" y="4.5" width="89" height="5" rx="2.5"/>
                <rect class="within" x="0" y="4" width="60.0" height="6" rx="2"/>
                <rect class="beyond" x="60" y="2" width="30.0" height="10"/>
                <path class="limit-tick" d="M60 0V14"/>
                <path class="cut" d="M91 3l4 4l-4 4"/>
                </svg>
                """);
    }

    @Test
    void hasATrackAloneWithoutAMargin() throws IOException {
        assertThat(Rendered.limitBar(LimitBar.of(null, "not_evaluated"))).doesNotContain("within", "beyond", "cut");
    }
}
