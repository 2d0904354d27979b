package dev.shipgate.audit.record;

import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision, as much of it as it takes to evaluate its request again: from the store, or from an export.
 *
 * @param verdict the recorded one
 * @param rulesFired the names of the rules that fired, in the order of their first firing
 * @param masked whether values of the request were masked, so that the request is not the one that was decided
 * @param include the part of the answer that its caller asked for; null for none
 * @param context the facts that decided beside the request; null in records from before there were such
 * @param request the request, in one line
 * @param content the record, which also has the answer
 */
public record PastDecision(
        UUID id,
        Instant evaluatedAt,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        Verdict verdict,
        List<String> rulesFired,
        boolean masked,
        @Nullable String include,
        @Nullable EvaluationContext context,
        byte[] request,
        Content content) {

    /** The text of a record, which can be read again. */
    public interface Content {

        InputStream open() throws IOException;
    }

    /**
     * Reads one up to its request.
     *
     * @throws ContradictedRecordException when it is none that the service could have written
     */
    public static PastDecision read(Content content) {
        return ifDecision(content, false)
                .orElseThrow(
                        () -> new ContradictedRecordException("A record that should be of a decision is of none."));
    }

    /**
     * Reads a line of an export, which must be whole; empty for a record of an event.
     *
     * @throws ContradictedRecordException when it is none that the service could have written, or ends too early
     */
    public static Optional<PastDecision> ofLine(byte[] line) {
        return ifDecision(() -> new ByteArrayInputStream(line), true);
    }

    private static Optional<PastDecision> ifDecision(Content content, boolean whole) {
        try (SeenJson json = new SeenJson(content.open())) {
            RecordHead head = RecordHead.read(json.parser());
            String id = head.text("decision_id");
            if (id == null) {
                return Optional.empty();
            }
            byte[] request = json.nextValue();
            if (whole) {
                json.requireEnd();
            }
            return Optional.of(of(UUID.fromString(id), head, request, content));
        } catch (IOException | IllegalArgumentException e) {
            throw new ContradictedRecordException("A record of a decision cannot be read: " + e.getMessage() + ".");
        }
    }

    private static PastDecision of(UUID id, RecordHead head, byte[] request, Content content) {
        return new PastDecision(
                id,
                RecordedMoment.evaluatedAt(head, id),
                Objects.requireNonNullElse(head.text("kind"), ""),
                head.text("service"),
                head.text("environment"),
                head.text("version"),
                Verdict.named(head.text("verdict")),
                head.rules(),
                !head.masked().isEmpty(),
                head.text("include"),
                RecordedMoment.context(head, id),
                request,
                content);
    }

    /**
     * The answer as it was recorded, which is read only when somebody asks.
     *
     * @throws ContradictedRecordException when there is none
     */
    public byte[] response() {
        try (SeenJson json = new SeenJson(content.open())) {
            RecordHead.read(json.parser());
            json.skipValue();
            json.requireField("response");
            return json.nextValue();
        } catch (IOException e) {
            throw new ContradictedRecordException(
                    "The answer of the decision " + id + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
