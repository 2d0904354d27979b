package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.json.InvalidBodyException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static Quality read(String text) {
        return Quality.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, ObjectNode> measured() {
        return Map.of("find", JsonNodeFactory.instance.objectNode().put("p95_ms", 640));
    }

    @Test
    void jsonAndATableSayTheSame() {
        Quality expected = new Quality(
                Map.of(
                        "find", Map.of("cost_per_success", 0.041, "task_success_delta", -0.01),
                        "seek", Map.of("cost_per_success", 0.02)),
                List.of());
        assertThat(read("""
                        {"find": {"cost_per_success": 0.041, "task_success_delta": -0.01},
                         "seek": {"cost_per_success": 0.02, "task_success_delta": null}}""")).isEqualTo(expected);
        assertThat(read("""
                        route,cost_per_success,task_success_delta
                        find,0.041,-0.01
                        seek,0.02,
                        """)).isEqualTo(expected);
    }

    @Test
    void aByteOrderMarkSaysNothing() {
        assertThat(read("\uFEFF{\"find\": {\"cost_per_success\": 0.041}}"))
                .isEqualTo(read("\uFEFFroute,cost_per_success\nfind,0.041\n"))
                .isEqualTo(new Quality(Map.of("find", Map.of("cost_per_success", 0.041)), List.of()));
    }

    @Test
    void saysThatThreeDecimalsInEachRowMayBeThousandsSeparators() {
        assertThat(read("route,cost_per_success\nfind,1.240\nseek,2.500\n").notes())
                .containsExactly(
                        "quality: cost_per_success has three decimals in each row, such as 1.240, and is read so. "
                                + "If its points are thousands separators, leave them out: 1240.");
        assertThat(read("route,cost_per_success\nfind,1.240\nseek,2.5\n").notes())
                .isEmpty();
    }

    @Test
    void itIsAddedToWhatWasMeasured() {
        Map<String, ObjectNode> routes = measured();
        read("{\"find\": {\"cost_per_success\": 0.041}}").addTo(routes);
        assertThat(routes.get("find")).hasToString("{\"p95_ms\":640,\"cost_per_success\":0.041}");
    }

    @Test
    void aRouteThatWasNotMeasuredIsRefused() {
        assertThatThrownBy(
                        () -> read("{\"fnid\": {\"cost_per_success\": 0.041}}").addTo(measured()))
                .hasMessage("quality: The route \"fnid\" was not measured. The routes are find.");
    }

    @Test
    void whatTheToolMeasuresIsRefused() {
        assertThatThrownBy(() -> read("{\"find\": {\"error_rate\": 0}}").addTo(measured()))
                .hasMessageStartingWith("quality: \"error_rate\" of the route \"find\" is for the tool to measure");
        assertThatThrownBy(() -> read("{\"find\": {\"samples\": 1000}}").addTo(measured()))
                .hasMessageStartingWith("quality: \"samples\"");
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"find\": {\"cost_per_success\": \"low\"}}"))
                .isInstanceOf(InvalidBodyException.class)
                .hasMessageContaining("/find/cost_per_success");
        assertThatThrownBy(() -> read("route,cost_per_success\nfind,low\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line 2: \"low\" must be a number.");
        assertThatThrownBy(() -> read("route,cost_per_success\nfind,NaN\n"))
                .hasMessage(
                        "Line 2: \"NaN\" must be a finite number. Leave the cell empty where nothing was measured.");
        assertThatThrownBy(() -> read("route,cost_per_success\nfind,0."))
                .hasMessageStartingWith("Line 2: \"0.\" must be a number with digits after its point");
        assertThatThrownBy(() -> read("route,cost_per_success,\nfind,0,22\n"))
                .hasMessageStartingWith("Column 3 has no name in the first line.");
        assertThatThrownBy(() -> read("name,cost_per_success\nfind,1\n"))
                .hasMessage("There is no column \"route\". The columns are name, cost_per_success.");
        assertThatThrownBy(() -> read("route,cost_per_success\nfind,1\nfind,2\n"))
                .hasMessage("Line 3: The route \"find\" is there more than once.");
    }
}
