package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The recipes of pipelines are YAML of the shape that their systems read, and show what the command wrote. */
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
}
