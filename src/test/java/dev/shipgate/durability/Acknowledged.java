package dev.shipgate.durability;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The decisions that clients were told of, to be compared with the recorded ones. Thread-safe. */
final class Acknowledged {

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final Map<String, String> idsByKey = new ConcurrentHashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    void add(@Nullable String key, byte[] answer) {
        String id = json(new String(answer, StandardCharsets.UTF_8))
                .get("decision_id")
                .asText();
        byte[] before = answers.putIfAbsent(id, Load.fingerprint(answer));
        boolean differs = before != null && !Arrays.equals(before, Load.fingerprint(answer));
        String idBefore = key == null ? null : idsByKey.putIfAbsent(key, id);
        if (differs || (idBefore != null && !idBefore.equals(id))) {
            contradict("Key " + key + " was answered with " + idBefore + " and " + id);
        }
    }

    private synchronized void contradict(String what) {
        contradictions.add(what);
    }

    int size() {
        return answers.size();
    }

    /**
     * Holds them against the whole store: each of them is there as it was answered, no key decided twice, and
     * the chains verify.
     *
     * @return how many decisions are recorded
     */
    int assertRecorded(ServiceProcess service) throws IOException, InterruptedException {
        Map<String, byte[]> left = new HashMap<>(answers);
        Map<String, String> keys = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        AtomicInteger recorded = new AtomicInteger();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(service.export(""), StandardCharsets.UTF_8))) {
            lines.lines().map(ExportedDecision::read).forEach(decision -> {
                recorded.incrementAndGet();
                byte[] answer = left.remove(decision.id());
                if (answer != null && !Arrays.equals(answer, Load.fingerprint(decision.response()))) {
                    wrong.add("Recorded otherwise than it was answered: " + decision.id());
                }
                if (decision.key() != null && keys.put(decision.key(), decision.id()) != null) {
                    wrong.add("Decided twice: key " + decision.key());
                }
            });
        }
        assertThat(left.keySet()).as("acknowledged and not recorded").isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(contradictions).isEmpty();
        assertVerifies(service, recorded.get());
        return recorded.get();
    }

    private static void assertVerifies(ServiceProcess service, int recorded) {
        JsonNode report = service.get("/v1/audit/verification");
        assertThat(report.get("intact").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.get("decisions").asInt()).isEqualTo(recorded);
    }
}
