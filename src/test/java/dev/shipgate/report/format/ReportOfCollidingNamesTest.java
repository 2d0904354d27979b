package dev.shipgate.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.report.Answers;
import dev.shipgate.testing.NamesOfOneHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names of one hash do not make reports slow. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ReportOfCollidingNamesTest {

    private static final List<String> NAMES = NamesOfOneHash.of(15);

    private static ObjectNode gate() {
        ObjectNode gate = JsonNodeFactory.instance.objectNode().put("ship", false);
        for (String name : NAMES) {
            gate.withArray("failures")
                    .addObject()
                    .put("route", name)
                    .put("reason", "latency")
                    .put("detail", "p95 latency in ms is 900.");
            gate.withArray("checks")
                    .addObject()
                    .put("route", name)
                    .put("check", "latency")
                    .put("outcome", "fail");
        }
        return gate;
    }

    @Test
    void eachRouteHasItsLine() {
        String table =
                new String(ReportFormat.CSV.write(Answers.reported("load_gate"), gate()), StandardCharsets.UTF_8);

        assertThat(table.lines().filter(line -> line.contains(",latency,fail,")))
                .hasSameSizeAs(NAMES);
    }
}
