package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes of pipelines are YAML of the shape that their systems read, and show the reports of the command. */
class PipelineRecipesTest {

    @Test
    void theStepsOfGitHubShowWhatTheFirstOneWrites() {
        JsonNode steps = Integrations.yaml("GitHub Actions");
        assertThat(steps.at("/0/run").asText())
                .contains("--format github", "--output markdown=verdict.md", "--output sarif=verdict.sarif");
        assertThat(steps.at("/1/run").asText()).isEqualTo("cat verdict.md >> \"$GITHUB_STEP_SUMMARY\"");
        assertThat(steps.at("/1/if").asText()).contains("!cancelled()", "hashFiles('verdict.md')");
        assertThat(steps.at("/2/with/sarif_file").asText()).isEqualTo("verdict.sarif");
        assertThat(steps.at("/2/if").asText()).contains("!cancelled()", "hashFiles('verdict.sarif')");
    }

    @Test
    void theJobOfGitLabIsOneCommandAndKeepsItsReportWhenItFails() {
        JsonNode job = Integrations.yaml("GitLab CI").get("load-gate");
        assertThat(job.get("script")).hasSize(1);
        assertThat(job.at("/script/0").asText())
                .startsWith("shipgate check ")
                .doesNotContain("\n")
                .contains("--output junit-xml=verdict.xml");
        assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
        assertThat(job.at("/artifacts/reports/junit").asText()).isEqualTo("verdict.xml");
    }

    @Test
    void theVersionThatTektonIsGivenIsNoPartOfItsScript() {
        JsonNode step = Integrations.yaml("Tekton").at("/spec/steps/0");
        assertThat(step.get("script").asText()).startsWith("#!/bin/sh\n").doesNotContain("$(params");
        assertThat(step.at("/env/1/name").asText()).isEqualTo("VERSION");
        assertThat(step.at("/env/1/value").asText()).isEqualTo("$(params.version)");
    }

    /** The variables that tell parallel jobs of one run apart, in each system. */
    static Stream<Arguments> parallelJobs() {
        return Stream.of(
                Arguments.of(
                        "GitHub Actions",
                        Map.of("GITHUB_RUN_ID", "77", "GITHUB_RUN_ATTEMPT", "1", "GITHUB_JOB", "gate", "LEG", "0"),
                        List.of(Map.of("LEG", "1"), Map.of("GITHUB_JOB", "other"), Map.of("GITHUB_RUN_ATTEMPT", "2"))),
                Arguments.of("GitLab CI", Map.of("CI_JOB_ID", "4711"), List.of(Map.of("CI_JOB_ID", "4712"))),
                Arguments.of(
                        "Jenkins",
                        Map.of("BUILD_TAG", "jenkins-waitlist-7", "STAGE_NAME", "kiosk"),
                        List.of(Map.of("STAGE_NAME", "desk"))));
    }

    @ParameterizedTest
    @MethodSource("parallelJobs")
    void eachParallelJobHasAKeyOfItsOwn(String system, Map<String, String> job, List<Map<String, String>> others) {
        String recipe = Integrations.page().section(system).blocks().get(0).text();
        Matcher key = Pattern.compile("--idempotency-key \"([^\"]+)\"").matcher(recipe);
        assertThat(key.find()).isTrue();

        Set<String> keys = new HashSet<>();
        keys.add(filled(key.group(1), job));
        for (Map<String, String> other : others) {
            Map<String, String> environment = new HashMap<>(job);
            environment.putAll(other);
            keys.add(filled(key.group(1), environment));
        }

        assertThat(keys)
                .hasSize(1 + others.size())
                .allSatisfy(filled -> assertThat(filled).endsWith("-load-gate").doesNotContain("$"));
    }

    @Test
    void theLegOfAMatrixIsThatOfGitHub() {
        assertThat(Integrations.yaml("GitHub Actions").at("/0/env/LEG").asText())
                .isEqualTo("${{ strategy.job-index }}");
    }

    private static String filled(String key, Map<String, String> environment) {
        return Pattern.compile("\\$(\\w+)")
                .matcher(key)
                .replaceAll(name -> environment.getOrDefault(name.group(1), "\\$"));
    }
}
