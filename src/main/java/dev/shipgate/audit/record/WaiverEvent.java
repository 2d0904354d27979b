package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.NewRecord.WaiverGrantRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverRevocationRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverUseRecord;
import dev.shipgate.audit.store.record.RecordContent;
import dev.shipgate.context.Waiver;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the events of waivers into the form in which they are kept. */
public final class WaiverEvent {

    private final ObjectMapper json;

    public WaiverEvent(ObjectMapper json) {
        this.json = json;
    }

    public WaiverGrantRecord granted(Waiver waiver) {
        Map<String, @Nullable Object> members =
                members(EventKinds.WAIVER_GRANTED, waiver.grantedAt(), waiver.grantedBy());
        members.put("waiver_id", waiver.waiverId());
        members.put("waiver", waiver);
        return new WaiverGrantRecord(content(members), waiver);
    }

    public WaiverRevocationRecord revoked(UUID waiver, String caller, String message, Instant at) {
        Map<String, @Nullable Object> members = members(EventKinds.WAIVER_REVOKED, at, caller);
        members.put("waiver_id", waiver);
        members.put("message", message);
        return new WaiverRevocationRecord(content(members), caller, waiver, at, message);
    }

    public WaiverUseRecord used(UUID waiver, UUID decision, String caller, Instant at) {
        Map<String, @Nullable Object> members = members(EventKinds.WAIVER_FIRST_USED, at, caller);
        members.put("waiver_id", waiver);
        members.put("decision", decision);
        return new WaiverUseRecord(content(members), caller, waiver, at);
    }

    private static Map<String, @Nullable Object> members(String kind, Instant at, String caller) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("kind", kind);
        members.put("at", at);
        members.put("caller", caller);
        return members;
    }

    private RecordContent content(Map<String, @Nullable Object> members) {
        return RecordMembers.content(json, members);
    }
}
