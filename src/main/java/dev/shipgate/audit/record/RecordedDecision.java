package dev.shipgate.audit.record;

import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.http.limit.Bulkhead;
import java.io.IOException;
import java.util.Map;

/**
 * A decision as it was recorded.
 *
 * @param head the members of the record that tell of it
 * @param request the request, in one line
 * @param response the answer, byte for byte
 * @param record where it was read from
 */
public record RecordedDecision(RecordHead head, byte[] request, byte[] response, StoredRecord record) {

    /** Reads no more of the record than it needs: the firings that come after the response may be many. */
    public static RecordedDecision read(StoredRecord record) {
        try (SeenJson json = new SeenJson(record.open())) {
            RecordHead head = RecordHead.read(json.parser());
            byte[] request = json.nextValue();
            json.requireField("response");
            return new RecordedDecision(head, request, json.nextValue(), record);
        } catch (IOException e) {
            throw new UnreadableRecordException(record, e);
        }
    }

    /**
     * As a caller gets it again.
     *
     * @param largeRecords reads the firings of a large record, which are many
     */
    public Answered answered(Bulkhead largeRecords) {
        Release release = new Release(head.text("service"), head.text("environment"), head.text("version"), Map.of());
        return new Answered(
                Verdict.named(head.text("verdict")),
                release,
                response,
                true,
                maxBytes -> record.isLarge()
                        ? largeRecords.run(() -> RecordedFirings.read(record, maxBytes))
                        : RecordedFirings.read(record, maxBytes));
    }
}
