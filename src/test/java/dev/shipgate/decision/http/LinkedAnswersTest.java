package dev.shipgate.decision.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.console.link.StartedLinks;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.report.format.ReportFormat;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports of the service, with and without the address of its console. */
class LinkedAnswersTest {

    private static final String ANSWER =
            "{\"decision_id\":\"01a20acd-13ab-70cf-8a68-4f10e244d9d5\",\"verdict\":\"pass\",\"ship\":true,"
                    + "\"failures\":[],\"warnings\":[],\"checks\":[]}";

    @Test
    void aReportLinksToThePageOfTheDecision() {
        assertThat(report("https://shipgate.example.org")).isEqualTo("""
                CAN SHIP  search 1.2 in production

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5
                Details: https://shipgate.example.org/console/decisions/01a20acd-13ab-70cf-8a68-4f10e244d9d5
                """);
    }

    @Test
    void withoutTheSettingItHasNoLink() {
        assertThat(report(null)).isEqualTo("""
                CAN SHIP  search 1.2 in production

                decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5
                """);
    }

    private static String report(@Nullable String console) {
        FormattedAnswers reports = new FormattedAnswers(
                new ObjectMapper(), new Evaluations(List.of(new LoadGate())), StartedLinks.at(console));
        RequestedFormat text = new RequestedFormat(ReportFormat.TEXT, MediaType.TEXT_PLAIN_TYPE);
        return new String(reports.write(text, "load_gate", answered()), StandardCharsets.UTF_8);
    }

    private static Answered answered() {
        return new Answered(
                Verdict.PASS,
                new Release("search", "production", "1.2", Map.of()),
                ANSWER.getBytes(StandardCharsets.UTF_8),
                false,
                maxBytes -> IncludedFirings.of(List.of()));
    }
}
