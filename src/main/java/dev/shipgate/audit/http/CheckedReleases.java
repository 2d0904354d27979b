package dev.shipgate.audit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.record.RecordedMoment;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.http.limit.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of routes in the newest decisions on a service, as their answers say. */
@ApplicationScoped
public class CheckedReleases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_COMPRESSED_BYTES = 4 << 20;

    private final RecordReader records;
    private final Bulkhead reading = new Bulkhead(2, "Reads of checks");

    CheckedReleases(RecordReader records) {
        this.records = records;
    }

    /**
     * A release that was checked.
     *
     * @param version null when its caller did not say
     * @param verdict {@code pass}, {@code block} or {@code error}
     * @param waived whether a waiver covers any failure
     * @param checks of all routes, in the order of the answer
     */
    public record Checked(
            UUID decisionId,
            Instant at,
            @Nullable String version,
            String verdict,
            boolean waived,
            List<RouteCheck> checks) {}

    /**
     * One check of one route. A number that is masked, or is not there, is null.
     *
     * @param outcome {@code pass}, {@code fail}, {@code not_evaluated} or {@code not_applicable}
     * @param rule the rule that set the limit; empty where none did
     * @param waiver the id of the waiver that covers its failure; empty where none does
     */
    public record RouteCheck(
            String route,
            String check,
            String outcome,
            @Nullable Double observed,
            @Nullable Double limit,
            @Nullable Double margin,
            String rule,
            String waiver) {

        private static RouteCheck of(JsonNode row) {
            return new RouteCheck(
                    row.path("route").asText(),
                    row.path("check").asText(),
                    row.path("outcome").asText(),
                    number(row.path("observed")),
                    number(row.path("limit")),
                    number(row.path("margin")),
                    row.path("budget_rule").asText(),
                    row.path("waiver_id").asText());
        }

        private static @Nullable Double number(JsonNode value) {
            return value.isNumber() ? value.asDouble() : null;
        }
    }

    /**
     * Some releases, newest first.
     *
     * @param unread how many more there are whose records are too large for a list, or are not as they were written
     */
    public record Newest(List<Checked> releases, int unread) {}

    /**
     * The newest decisions of a kind on a service. Fewer than asked for where their records are large.
     *
     * @param environment null for all
     */
    public Newest newest(String kind, String service, @Nullable String environment, int count) {
        return newest(DecisionFilter.of(kind, service, environment), count);
    }

    /** A decision, and those of its kind, service and environment before it. */
    public Newest upTo(ShownDecision decision, int count) {
        Checked last = new Checked(
                decision.id(),
                decision.evaluatedAt(),
                decision.version(),
                decision.verdict(),
                !decision.report().waived().isEmpty(),
                checks(decision.answer()));
        if (decision.service() == null) {
            return new Newest(List.of(last), 0);
        }
        Newest before = newest(decision.sameScope(), count - 1);
        return new Newest(
                Stream.concat(Stream.of(last), before.releases().stream()).toList(), before.unread());
    }

    private Newest newest(DecisionFilter filter, int count) {
        return reading.run(() -> {
            List<StoredRecord> found = records.records(filter, count, MAX_COMPRESSED_BYTES);
            List<Checked> releases = new ArrayList<>();
            for (StoredRecord record : found) {
                Checked checked = record.isLarge() ? null : read(record);
                if (checked != null) {
                    releases.add(checked);
                }
            }
            return new Newest(releases, found.size() - releases.size());
        });
    }

    private static List<RouteCheck> checks(JsonNode answer) {
        List<RouteCheck> checks = new ArrayList<>();
        answer.path("checks").forEach(row -> checks.add(RouteCheck.of(row)));
        return checks;
    }

    private static @Nullable Checked read(StoredRecord record) {
        try {
            RecordedDecision decision = RecordedDecision.read(record.requireUnchanged());
            RecordHead head = decision.head();
            UUID id = Objects.requireNonNull(record.decisionId());
            return new Checked(
                    id,
                    RecordedMoment.evaluatedAt(head, id),
                    head.text("version"),
                    Objects.requireNonNullElse(head.text("verdict"), "error"),
                    head.members().containsKey(RecordHead.WAIVED),
                    checks(JSON.readTree(decision.response())));
        } catch (UnreadableRecordException | IOException e) {
            return null;
        }
    }
}
