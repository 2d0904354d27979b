package dev.shipgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pass is read from what an answer says. */
class AnswerVerdictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            load_gate         | PASS    | {"ship": true, "failures": [], "checks": [{"outcome": "pass"}]}
            load_gate         | BLOCK   | {"ship": false, "failures": [{}]}
            load_gate         | UNCLEAR | {"ship": true, "failures": [], "checks": []}
            load_gate         | UNCLEAR | {"ship": true, "failures": []}
            load_gate         | UNCLEAR | {"ship": true, "failures": [{}], "checks": [{"outcome": "pass"}]}
            load_gate         | UNCLEAR | {"ship": true, "failures": [], "checks": [{"outcome": "fail"}]}
            load_gate         | UNCLEAR | {"ship": true, "checks": [{"outcome": "pass"}]}
            load_gate         | UNCLEAR | {"ship": "true", "failures": [], "checks": [{"outcome": "pass"}]}
            load_gate         | UNCLEAR | {"ship": 1, "failures": [], "checks": [{"outcome": "pass"}]}
            load_gate         | UNCLEAR | {"ready": true, "blockers": []}
            load_gate         | UNCLEAR | {"type": "a", "status": 500, "ship": true, "failures": [], "checks": [{"outcome": "pass"}]}
            load_gate         | UNCLEAR | {}
            load_gate         | UNCLEAR | true
            load_gate         | UNCLEAR | null
            retry_storms      | PASS    | {"alerts": [], "not_evaluated": []}
            retry_storms      | PASS    | {"alerts": [], "not_evaluated": [], "points": [{}]}
            retry_storms      | BLOCK   | {"alerts": [], "not_evaluated": [], "points": []}
            retry_storms      | BLOCK   | {"alerts": [{}], "not_evaluated": []}
            retry_storms      | BLOCK   | {"alerts": [], "not_evaluated": [{}]}
            retry_storms      | UNCLEAR | {"alerts": []}
            retry_storms      | UNCLEAR | {"not_evaluated": []}
            retry_storms      | UNCLEAR | {"alerts": {}, "not_evaluated": ""}
            capacity          | PASS    | {"outcome": "supported", "max_supported_concurrency": 1}
            capacity          | PASS    | {"outcome": "at_least", "max_supported_concurrency": 1}
            capacity          | UNCLEAR | {"outcome": "at_least", "max_supported_concurrency": null}
            capacity          | BLOCK   | {"outcome": "unconfirmed", "max_supported_concurrency": 1}
            capacity          | BLOCK   | {"outcome": "none"}
            capacity          | UNCLEAR | {"outcome": "Supported", "max_supported_concurrency": 1}
            capacity          | UNCLEAR | {"max_supported_concurrency": 1}
            release_readiness | PASS    | {"ready": true, "blockers": []}
            release_readiness | BLOCK   | {"ready": false, "blockers": []}
            release_readiness | UNCLEAR | {"ready": true, "blockers": [{}]}
            release_readiness | UNCLEAR | {"ready": true}
            release_readiness | UNCLEAR | {"ship": true, "failures": [], "checks": [{"outcome": "pass"}]}
            release           | UNCLEAR | {"ready": true, "blockers": []}
            """)
    void onlyWhatSaysSoPasses(String kind, AnswerVerdict verdict, String answer) {
        assertThat(AnswerVerdict.of(kind, Answers.json(answer))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS,PASS,PASS",
        "PASS,BLOCK,BLOCK",
        "BLOCK,PASS,BLOCK",
        "UNCLEAR,BLOCK,UNCLEAR",
        "PASS,UNCLEAR,UNCLEAR"
    })
    void theWorseOfTwoCounts(AnswerVerdict read, AnswerVerdict recorded, AnswerVerdict told) {
        assertThat(read.atBest(recorded)).isEqualTo(told);
    }
}
