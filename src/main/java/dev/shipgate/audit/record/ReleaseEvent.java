package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.NewRecord.ShippedRecord;
import dev.shipgate.audit.store.record.RecordContent;
import dev.shipgate.releases.ShippedMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the event that a release shipped into the form in which it is kept. */
public final class ReleaseEvent {

    /** Holds all that is said of the decision: names of its own members would be taken for those of the event. */
    private static final String RELEASE = "release";

    private final ObjectMapper json;

    public ReleaseEvent(ObjectMapper json) {
        this.json = json;
    }

    public ShippedRecord shipped(ShippedMark mark) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("kind", EventKinds.RELEASE_SHIPPED);
        members.put("at", mark.shippedAt());
        members.put("caller", mark.shippedBy());
        members.put("source", mark.source().lowerCase());
        members.put(RELEASE, release(mark));
        RecordContent content = new RecordContent();
        try (content) {
            RecordMembers.write(json, content, members);
        } catch (IOException e) {
            throw new UncheckedIOException("A record of an event cannot be put together", e);
        }
        return new ShippedRecord(content, mark);
    }

    private static Map<String, @Nullable Object> release(ShippedMark mark) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("decision_id", mark.decisionId());
        members.put("kind", mark.kind());
        members.put("service", mark.service());
        members.put("environment", mark.environment());
        members.put("version", mark.version());
        members.put("measurements", mark.measurements().write());
        return members;
    }
}
