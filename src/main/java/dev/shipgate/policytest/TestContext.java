package dev.shipgate.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ReleaseName;
import dev.shipgate.context.ShippedFacts;
import dev.shipgate.context.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The context of a case: what the service knows beside its request. A waiver of a case is for the service of its
 * request, and counts only while it has not ended at the time of the case, as in a service.
 *
 * @param at when the case is evaluated
 * @param waivers as they are written
 * @param shipped the releases that shipped before
 */
record TestContext(TestTime at, List<JsonNode> waivers, ShippedFacts shipped) {

    private static final String AT = "at";
    private static final String UNTIL = "until";

    static TestContext read(JsonNode test) {
        return new TestContext(
                TestTime.parse(test.path(AT).asText()).orElse(TestTime.DEFAULT), waivers(test), TestShipped.read(test));
    }

    private static List<JsonNode> waivers(JsonNode test) {
        List<JsonNode> waivers = new ArrayList<>();
        test.path("context").path("waivers").forEach(waivers::add);
        return waivers;
    }

    /** The values that must be times in a case and are none, by their places in the case. */
    static Map<String, JsonNode> wrongTimes(JsonNode test) {
        Map<String, JsonNode> times = new LinkedHashMap<>();
        times.put("/" + AT, test.path(AT));
        List<JsonNode> waivers = waivers(test);
        for (int i = 0; i < waivers.size(); i++) {
            times.put("/context/waivers/" + i + "/" + UNTIL, waivers.get(i).path(UNTIL));
        }
        times.values()
                .removeIf(time ->
                        !time.isTextual() || TestTime.parse(time.asText()).isPresent());
        return times;
    }

    /** The context in which the request of a case is evaluated. */
    EvaluationContext of(JsonNode request) {
        ReleaseName release =
                new ReleaseName(text(request, "service"), text(request, "environment"), text(request, "version"));
        List<Waiver> counting = new ArrayList<>();
        for (JsonNode written : waivers) {
            TestTime until = TestTime.parse(written.path(UNTIL).asText()).orElseThrow();
            Waiver waiver = waiver(
                    written,
                    new UUID(0, counting.size() + 1L),
                    request.path("service").asText(),
                    until);
            if (until.local().isAfter(at.local()) && release.isOf(waiver)) {
                counting.add(waiver);
            }
        }
        return at.context().withWaivers(counting, List.of()).withShipped(shipped);
    }

    private static Waiver waiver(JsonNode written, UUID id, String service, TestTime until) {
        return new Waiver(
                id,
                service,
                text(written, "environment"),
                text(written, "version"),
                text(written, "route"),
                text(written, "part"),
                written.path("reason").asText(),
                until.instant(),
                "The waiver of a policy test.",
                null,
                "release-office",
                TestTime.DEFAULT.instant());
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode text = object.get(name);
        return text == null || text.isNull() ? null : text.asText();
    }
}
