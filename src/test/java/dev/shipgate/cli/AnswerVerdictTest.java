package dev.shipgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.RunningService;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerVerdictTest {

    private static JsonNode answer(String own) {
        ObjectNode answer = (ObjectNode) RunningService.json(own);
        answer.put("decision_id", "01a20acd-13ab-70cf-8a68-4f10e244d9d5");
        answer.putObject("ruleset").put("version", "sha256:97");
        return answer;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            load_gate         | {"ship": true, "failures": []}
            release_readiness | {"ready": true, "blockers": []}
            retry_storms      | {"alerts": [], "not_evaluated": []}
            capacity          | {"outcome": "supported", "max_supported_concurrency": 50}
            capacity          | {"outcome": "at_least", "max_supported_concurrency": 50}
            """)
    void aClearYesPasses(String kind, String own) {
        assertThat(AnswerVerdict.passes(kind, answer(own))).contains(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            load_gate         | {"ship": false, "failures": [{}]}
            release_readiness | {"ready": false, "blockers": [{}]}
            retry_storms      | {"alerts": [{}], "not_evaluated": []}
            retry_storms      | {"alerts": [], "not_evaluated": [{}]}
            capacity          | {"outcome": "unconfirmed", "max_supported_concurrency": 50}
            capacity          | {"outcome": "none", "max_supported_concurrency": null}
            """)
    void aClearNoDoesNot(String kind, String own) {
        assertThat(AnswerVerdict.passes(kind, answer(own))).contains(false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            load_gate         | {}
            load_gate         | {"ship": "true", "failures": []}
            load_gate         | {"ship": true}
            load_gate         | {"ship": true, "failures": [{}]}
            load_gate         | {"ready": true, "blockers": []}
            release_readiness | {"ready": 1, "blockers": []}
            retry_storms      | {"alerts": []}
            retry_storms      | {"alerts": {}, "not_evaluated": []}
            capacity          | {"outcome": "supported", "max_supported_concurrency": null}
            capacity          | {"outcome": "plenty", "max_supported_concurrency": 50}
            weather           | {"ship": true, "failures": []}
            """)
    void whatIsUnclearIsNothing(String kind, String own) {
        assertThat(AnswerVerdict.passes(kind, answer(own))).isEmpty();
    }

    @Test
    void aYesThatNoRulesGaveIsNothing() {
        assertThat(AnswerVerdict.passes(
                        "load_gate", RunningService.json("{\"ship\": true, \"failures\": [], \"decision_id\": \"1\"}")))
                .isEqualTo(Optional.empty());
    }
}
