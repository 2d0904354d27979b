package dev.shipgate.audit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.report.Report;
import dev.shipgate.report.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision, read whole for its readers.
 *
 * @param verdict {@code pass}, {@code block} or {@code error}
 * @param ruleset the version of the rules that decided
 * @param caller the name of the one who asked
 * @param engine the versions of the programs that decided, by name
 * @param masked JSON Pointers to values that were masked before they were written
 * @param request the request as it was sent, but for what was masked
 * @param answer the answer as it was given
 * @param report the answer, put in order
 * @param chain the name of the chain that it stands in
 * @param position its place in the chain
 * @param previousHash the hash of the record before it, in hexadecimal digits
 * @param hash the hash of its record, in hexadecimal digits
 */
public record ShownDecision(
        UUID id,
        Instant evaluatedAt,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        String verdict,
        String ruleset,
        String caller,
        JsonNode engine,
        List<String> masked,
        JsonNode request,
        JsonNode answer,
        Report report,
        String chain,
        long position,
        String previousHash,
        String hash) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ShownDecision of(RecordedDecision decision, Report report) {
        RecordHead head = decision.head();
        return new ShownDecision(
                Objects.requireNonNull(decision.record().decisionId()),
                Instant.parse(text(head, "evaluated_at")),
                text(head, "kind"),
                head.text("service"),
                head.text("environment"),
                head.text("version"),
                text(head, "verdict"),
                member(head, "ruleset").path("version").asText(),
                text(head, "caller"),
                member(head, "engine"),
                texts(member(head, "masked")),
                tree(decision.request()),
                tree(decision.response()),
                report,
                decision.record().chain(),
                decision.record().position(),
                HexFormat.of().formatHex(decision.record().previousHash()),
                HexFormat.of().formatHex(decision.record().hash()));
    }

    /** The release that was judged, in words; empty when nothing is known of it. */
    public String subject() {
        return Subject.of(service, version, environment);
    }

    /** The filter for the decisions of its kind, service and environment before it. */
    DecisionFilter sameScope() {
        return DecisionFilter.of(kind, service, environment).olderThan(id);
    }

    private static String text(RecordHead head, String name) {
        return Objects.requireNonNullElse(head.text(name), "");
    }

    private static JsonNode member(RecordHead head, String name) {
        return head.members().getOrDefault(name, MissingNode.getInstance());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A recorded value is not JSON", e);
        }
    }
}
