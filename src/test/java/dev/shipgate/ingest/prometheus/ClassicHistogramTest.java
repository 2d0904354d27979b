package dev.shipgate.ingest.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.NamesOfOneHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClassicHistogramTest {

    @Test
    void theOrderOfLabelsMakesNoOtherHistogram() {
        List<PrometheusSeries> series = new ArrayList<>();
        for (String route : NamesOfOneHash.of(7)) {
            series.add(bucket(List.of("route", route, "zone", "eu", "le", "1")));
            series.add(bucket(List.of("le", "+Inf", "zone", "eu", "route", route)));
        }

        assertThat(ClassicHistogram.joined(series))
                .hasSize(128)
                .allMatch(joined -> joined.histograms().get(0).buckets().size() == 2);
    }

    private static PrometheusSeries bucket(List<String> namesAndValues) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            labels.put(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return new PrometheusSeries(labels, List.of(new PrometheusSeries.Point(0, 1)), List.of());
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void labelsOfOneHashAreToldApartAsFastAsOthers() {
        List<String> routes = NamesOfOneHash.of(15);
        List<PrometheusSeries> series = routes.stream()
                .map(route -> new PrometheusSeries(Map.of("route", route, "le", "+Inf"), List.of(), List.of()))
                .toList();

        assertThat(ClassicHistogram.joined(series))
                .extracting(joined -> joined.labels().get("route"))
                .containsExactlyElementsOf(routes);
    }
}
