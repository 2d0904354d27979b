package dev.shipgate.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.report.Answers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Workflow commands of GitHub Actions. */
class GithubReportTest {

    @Test
    void eachFindingIsACommand() {
        assertThat(Answers.text(ReportFormat.GITHUB, "load_gate", Answers.blockedGate()))
                .isEqualTo("""
                ::error title=Shipgate::search 1.2 in staging: do not ship
                ::error title=Shipgate%3A Load gate::book_table: latency: p95 latency in ms is 900, over the limit of 800 by 12.5 %25. Rule: latency is over budget, owner sre, https://runbooks.example.com/load-gate?a=1&b=2#latency
                ::error title=Shipgate%3A Load gate::find: missing_metrics: Not measured: p95_ms.
                ::warning title=Shipgate%3A Load gate::book_table: cost_excused: Costs more, and is better. Rule: better may cost more
                ::notice title=Shipgate::Decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5 by the rules sha256:9716d6bdb908 at 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void namesCannotStartACommand() {
        assertThat(Answers.text(ReportFormat.GITHUB, "load_gate", Answers.hostileGate()))
                .isEqualTo("""
                ::error title=Shipgate::search 1.2 in staging: do not ship
                ::error title=Shipgate%3A Load gate::a|b`c`</details> ## ✅ ship @everyone [x](http://evil.example) ]]>\uFFFD\uFFFD: =cmd(): www.evil.example #1, 100 %25 ::error::<script>&amp; $x$ Rule: @team|**rule**
                ::notice title=Shipgate::Decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5 by the rules sha256:9716d6bdb908 at 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void aPassIsANotice() {
        assertThat(Answers.text(ReportFormat.GITHUB, "retry_storms", Answers.calm()))
                .isEqualTo("""
                ::notice title=Shipgate::search 1.2 in staging: no retry storm
                ::notice title=Shipgate::Decision 01a20acd-13ab-70cf-8a68-4f10e244d9d5 by the rules sha256:9716d6bdb908 at 2026-11-23T23:45:41.803Z
                """);
    }

    @Test
    void aProblemIsAnError() {
        assertThat(Answers.text(ReportFormat.GITHUB, "load_gate", Answers.problem()))
                .isEqualTo("""
                ::error title=Shipgate::search 1.2 in staging: no verdict, do not ship
                ::error title=Shipgate%3A Load gate::invalid-request: There is 1 problem.
                ::error title=Shipgate%3A Load gate::/routes/find: invalid-request: must be an object.
                """);
    }

    @Test
    void aSubjectIsDataToo() {
        byte[] report = ReportFormat.GITHUB.write(
                Answers.reported("load_gate"), Answers.passingGate(), "a\n::stop-commands::100%", null);

        assertThat(new String(report, StandardCharsets.UTF_8))
                .startsWith("::notice title=Shipgate::a ::stop-commands::100%25: can ship\n::notice ");
    }
}
