package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.context.EvaluationContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a recorded decision was made, and what decided beside its request: both are given to rules again. */
public final class RecordedMoment {

    private RecordedMoment() {}

    /**
     * When it was made.
     *
     * @throws ContradictedRecordException when the record says no time
     */
    public static Instant evaluatedAt(RecordHead head, UUID id) {
        String at = Objects.requireNonNullElse(head.text("evaluated_at"), "");
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw changed(id, "It says that it was evaluated at \"" + at + "\", which is no time");
        }
    }

    /**
     * The context as it was recorded; null in earlier records, which were decided by the time at most.
     *
     * @throws ContradictedRecordException when the record has a value that the service writes in no record
     */
    public static @Nullable EvaluationContext context(RecordHead head, UUID id) {
        JsonNode recorded = head.context();
        try {
            return recorded == null ? null : EvaluationContext.read(recorded);
        } catch (IllegalArgumentException e) {
            throw changed(id, Objects.requireNonNull(e.getMessage()));
        }
    }

    private static ContradictedRecordException changed(UUID id, String contradiction) {
        return new ContradictedRecordException(
                "The decision " + id + " is not as it was recorded: " + contradiction + ".");
    }
}
