package dev.shipgate.ingest.k6.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.NamesOfOneHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetricKeyTest {

    @Test
    void aMetricAsAWholeHasNoTags() {
        assertThat(MetricKey.parse("http_reqs")).isEqualTo(new MetricKey("http_reqs", Map.of()));
    }

    @Test
    void aSubmetricHasTheTagsInItsBraces() {
        assertThat(MetricKey.parse("http_reqs{name:book_table, scenario : load}"))
                .isEqualTo(new MetricKey("http_reqs", Map.of("name", "book_table", "scenario", "load")));
    }

    @Test
    void theOrderOfTagsMakesNoOtherKey() {
        assertThat(MetricKey.parse("http_reqs{name:book_table,scenario:load}"))
                .isEqualByComparingTo(MetricKey.parse("http_reqs{scenario:load,name:book_table}"));
    }

    @Test
    void quotesAroundNamesAndValuesAreNotPartOfThem() {
        assertThat(MetricKey.parse("http_reqs{\"name\":'say \"hi\" now'}"))
                .isEqualTo(new MetricKey("http_reqs", Map.of("name", "say \"hi\" now")));
    }

    @Test
    void addressesKeepTheirColonsAndBraces() {
        assertThat(MetricKey.parse("http_req_duration{name:http://127.0.0.1:80/users/${}/{id}}"))
                .isEqualTo(new MetricKey("http_req_duration", Map.of("name", "http://127.0.0.1:80/users/${}/{id}")));
    }

    @Test
    void aCommaEndsATagAsItDoesInK6() {
        assertThat(MetricKey.parse("http_reqs{name:http://host/a,b}"))
                .isEqualTo(new MetricKey("http_reqs", Map.of("name", "http://host/a", "b", "")));
    }

    @Test
    void unclosedBracesArePartOfTheName() {
        assertThat(MetricKey.parse("odd{name:a")).isEqualTo(new MetricKey("odd{name:a", Map.of()));
    }

    @Test
    void theOrderOfTagsDoesNotMatter() {
        assertThat(MetricKey.parse("m{a:1,b:2}")).isEqualTo(MetricKey.parse("m{b:2,a:1}"));
    }

    @Test
    void routeComesBeforeNameBeforeGroupBeforeScenario() {
        MetricKey scenario = MetricKey.parse("m{scenario:load}");
        MetricKey group = MetricKey.parse("m{group:::checkout}");
        MetricKey name = MetricKey.parse("m{name:a}");
        MetricKey route = MetricKey.parse("m{route:a}");

        assertThat(MetricKey.usualRouteTag(List.of(scenario, group, name, route)))
                .isEqualTo("route");
        assertThat(MetricKey.usualRouteTag(List.of(scenario, group, name))).isEqualTo("name");
        assertThat(MetricKey.usualRouteTag(List.of(scenario, group))).isEqualTo("group");
        assertThat(MetricKey.usualRouteTag(List.of(scenario))).isEqualTo("scenario");
        assertThat(MetricKey.usualRouteTag(List.of(MetricKey.parse("m{method:GET}"))))
                .isNull();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void keysOfOneHashAreFoundAsFastAsOthers() {
        Map<MetricKey, String> routes = new HashMap<>();
        for (String route : NamesOfOneHash.of(15)) {
            routes.put(MetricKey.parse("http_req_duration{name:" + route + "}"), route);
        }

        assertThat(routes).hasSize(1 << 15);
    }
}
