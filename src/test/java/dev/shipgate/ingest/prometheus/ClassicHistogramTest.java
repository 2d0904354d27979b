package dev.shipgate.ingest.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.NamesOfOneHash;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClassicHistogramTest {

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void labelsOfOneHashAreToldApartAsFastAsOthers() {
        List<String> routes = NamesOfOneHash.of(15);
        List<Series> series = routes.stream()
                .map(route -> new Series(Map.of("route", route, "le", "+Inf"), List.of(), List.of()))
                .toList();

        assertThat(ClassicHistogram.joined(series))
                .extracting(joined -> joined.labels().get("route"))
                .containsExactlyElementsOf(routes);
    }
}
