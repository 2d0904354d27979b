package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonSerializable;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The firings of a record as answers tell them: of each, no more than its rule and its facts. */
final class RecordedFirings {

    private static final byte[] OPEN = utf8("{\"rule\":");
    private static final byte[] FACTS = utf8(",\"facts\":");

    private RecordedFirings() {}

    /**
     * The first of them. Both forms of a record end with them, after the head, the request and the answer.
     *
     * @param maxBytes of all that are read, but for the last one
     */
    static IncludedFirings read(StoredRecord record, long maxBytes) {
        try (SeenJson json = new SeenJson(record.open())) {
            RecordHead.read(json.parser());
            json.skipValue();
            json.requireField("response");
            json.skipValue();
            json.requireField(RecordHead.FIRINGS, RecordHead.RULES_FIRED);
            return firings(json, maxBytes);
        } catch (IOException e) {
            throw new UnreadableRecordException(record, e);
        }
    }

    private static IncludedFirings firings(SeenJson json, long maxBytes) throws IOException {
        JsonParser parser = json.parser();
        List<JsonSerializable> first = new ArrayList<>();
        long bytes = 0;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (first.size() == IncludedFirings.MAX || bytes > maxBytes) {
                return new IncludedFirings(first, true);
            }
            byte[] firing = firing(json);
            bytes += firing.length;
            first.add(new RawJson(firing));
            json.forget();
        }
        return new IncludedFirings(first, false);
    }

    private static byte[] firing(SeenJson json) throws IOException {
        JsonParser parser = json.parser();
        byte[] rule = {};
        byte[] facts = {};
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            byte[] value = json.nextValue();
            rule = name.equals("rule") ? value : rule;
            facts = name.equals("facts") ? value : facts;
        }
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes(OPEN);
        row.writeBytes(rule);
        row.writeBytes(FACTS);
        row.writeBytes(facts);
        row.write('}');
        return row.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
