package dev.shipgate.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.policy.admission.AdmissionCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandaloneEvaluationsTest {

    private static final List<Evaluation> ALL = StandaloneEvaluations.all();

    @Test
    void commandsKnowEveryEvaluationOfTheService() {
        assertThat(ALL)
                .extracting(evaluation -> evaluation.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(declared(Evaluation.class));
    }

    @Test
    void commandsKnowEveryAdmissionCheckOfTheService() {
        assertThat(StandaloneRules.checks(ALL, new ObjectMapper()))
                .extracting(check -> check.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(declared(AdmissionCheck.class));
    }

    private static List<String> declared(Class<?> type) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.shipgate").stream()
                        .filter(found -> !found.isInterface() && found.isAssignableTo(type))
                        .map(JavaClass::getName)
                        .toList();
    }

    @Test
    void theSchemaOfPolicyTestsNamesEveryEvaluation() throws IOException {
        JsonNode evaluation = new ObjectMapper()
                .readTree(Path.of("rules/policy-tests.schema.json").toFile())
                .at("/$defs/case/properties/evaluation");
        List<String> kinds = ALL.stream().map(Evaluation::kind).toList();
        assertThat(evaluation.path("enum")).extracting(JsonNode::asText).containsExactlyElementsOf(kinds);
        assertThat(evaluation.path("description").asText())
                .contains(kinds.stream()
                        .map(kind -> kind + ", POST /v1/" + Evaluations.pathOf(kind))
                        .toList());
    }
}
