package dev.shipgate.report;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pass is read from the verdict that an answer states. */
class AnswerVerdictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PASS    | {"verdict": "pass"}
            PASS    | {"verdict": "pass", "a field of a later version": {}}
            BLOCK   | {"verdict": "block"}
            UNCLEAR | {"verdict": "error"}
            UNCLEAR | {"verdict": "PASS"}
            UNCLEAR | {"verdict": " pass"}
            UNCLEAR | {"verdict": true}
            UNCLEAR | {"verdict": ["pass"]}
            UNCLEAR | {"verdict": null}
            UNCLEAR | {"ship": true, "failures": [], "checks": [{"outcome": "pass"}]}
            UNCLEAR | {"type": "a", "status": 500, "verdict": "pass"}
            UNCLEAR | {"load_gate": {"verdict": "pass"}}
            UNCLEAR | {}
            UNCLEAR | [{"verdict": "pass"}]
            UNCLEAR | "pass"
            UNCLEAR | true
            UNCLEAR | null
            """)
    void onlyAnAnswerThatSaysSoPasses(AnswerVerdict verdict, String answer) {
        assertThat(AnswerVerdict.of(json(answer))).isEqualTo(verdict);
    }
}
