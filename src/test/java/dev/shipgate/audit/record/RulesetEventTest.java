package dev.shipgate.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.live.RulesetEdit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesetEventTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void ofManyProblemsTheFirstAreKeptAndAllAreCounted() throws Exception {
        List<Diagnostic> problems = Collections.nCopies(120, Diagnostic.error("a.drl", "compile", "x".repeat(2_000)));

        JsonNode event = event(problems);

        assertThat(event.path("problems").asInt()).isEqualTo(120);
        assertThat(event.path("diagnostics")).hasSize(100);
        assertThat(event.at("/diagnostics/99/message").asText()).isEqualTo("x".repeat(1_000) + "...");
    }

    private static JsonNode event(List<Diagnostic> problems) throws Exception {
        byte[] content = new RulesetEvent(JSON)
                .refused("sha256:1", problems, RulesetEdit.OF_FILES, Instant.EPOCH)
                .content()
                .compressed();
        return JSON.readTree(new String(Zstandard.text(content), StandardCharsets.UTF_8) + "}");
    }
}
