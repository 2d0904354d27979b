package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shipgate.testing.ServiceProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The waivers, revocations and marks that clients were told of, to be compared with those that are listed. Thread-safe.
 */
final class AcknowledgedEvents {

    private static final int PAGE = 500;

    /** The state of a waiver as its client knows it. A revocation that was not answered may be there or not. */
    private enum Known {
        GRANTED,
        MAYBE_REVOKED,
        REVOKED
    }

    private final Map<String, Known> waivers = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<String> marks = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unansweredGrants = new AtomicInteger();
    private final AtomicInteger unansweredMarks = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    void granted(String waiver) {
        waivers.put(waiver, Known.GRANTED);
    }

    /** A decision passes by it. */
    void used(String waiver) {
        used.add(waiver);
    }

    void maybeRevoked(String waiver) {
        waivers.put(waiver, Known.MAYBE_REVOKED);
    }

    void revoked(String waiver) {
        waivers.put(waiver, Known.REVOKED);
    }

    void marked(String decision) {
        marks.add(decision);
    }

    void grantNotAnswered() {
        unansweredGrants.incrementAndGet();
    }

    void markNotAnswered() {
        unansweredMarks.incrementAndGet();
    }

    void wrong(String what) {
        wrong.add(what);
    }

    /** How many grants, revocations and marks were answered so far. */
    int answered() {
        return waivers() + revocations() + marks();
    }

    int waivers() {
        return waivers.size();
    }

    int revocations() {
        return (int) waivers.values().stream().filter(Known.REVOKED::equals).count();
    }

    int marks() {
        return marks.size();
    }

    /** Holds them against the lists of the service: each is there as it was answered, and none that nobody wanted. */
    void assertListed(ServiceProcess service) {
        assertThat(wrong).isEmpty();
        Map<String, JsonNode> listed = listed(service, "/v1/waivers", "waivers", "waiver_id");
        assertThat(listed.keySet()).as("acknowledged waivers").containsAll(waivers.keySet());
        assertThat(listed.size() - waivers.size())
                .as("waivers that nobody was told of")
                .isLessThanOrEqualTo(unansweredGrants.get());
        List<String> differing = new ArrayList<>();
        waivers.forEach((id, known) -> {
            JsonNode waiver = listed.getOrDefault(id, MissingNode.getInstance());
            boolean isAsAnswered = switch (known) {
                case GRANTED -> isValid(waiver);
                case MAYBE_REVOKED -> isValid(waiver) || isRevoked(waiver);
                case REVOKED -> isRevoked(waiver);
            };
            if (!isAsAnswered
                    || (used.contains(id) && waiver.path("first_used_at").isNull())) {
                differing.add(known + " " + waiver);
            }
        });
        assertThat(differing).as("waivers that are not as they were answered").isEmpty();

        Set<String> shipped = listed(service, "/v1/releases/shipped", "releases", "decision_id")
                .keySet();
        assertThat(shipped).as("acknowledged marks").containsAll(marks);
        assertThat(shipped.size() - marks.size())
                .as("marks that nobody was told of")
                .isLessThanOrEqualTo(unansweredMarks.get());
    }

    private static boolean isValid(JsonNode waiver) {
        return waiver.path("state").asText().equals("valid") && !waiver.has("revoked_by");
    }

    private static boolean isRevoked(JsonNode waiver) {
        return waiver.path("state").asText().equals("revoked")
                && waiver.path("revoked_by").asText().equals(Operator.NAME)
                && waiver.path("revocation_message").asText().equals(Operator.MESSAGE);
    }

    /** All pages of a list, by id. */
    private static Map<String, JsonNode> listed(ServiceProcess service, String path, String list, String id) {
        Map<String, JsonNode> all = new HashMap<>();
        Set<String> cursors = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = service.get(path + "?limit=" + PAGE + cursor);
            page.path(list).forEach(entry -> all.put(entry.path(id).asText(), entry));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty() && cursors.add(cursor));
        return all;
    }
}
