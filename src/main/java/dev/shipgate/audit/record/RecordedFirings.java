package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonSerializable;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The firings of a record as answers tell them: of each, no more than its rule and its facts. */
final class RecordedFirings {

    private static final byte[] OPEN = utf8("{\"rule\":");
    private static final byte[] FACTS = utf8(",\"facts\":");

    private RecordedFirings() {}

    /** Both forms of a record end with them, after the head, the request and the answer. */
    static IncludedFirings read(StoredRecord record) {
        try (SeenJson json = new SeenJson(Zstandard.open(record.content()))) {
            RecordHead.read(json.parser());
            json.nextValue();
            json.requireField("response");
            json.nextValue();
            json.requireField(RecordHead.FIRINGS, "rules_fired");
            return firings(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The firings at position " + record.position() + " cannot be read", e);
        }
    }

    private static IncludedFirings firings(SeenJson json) throws IOException {
        JsonParser parser = json.parser();
        List<JsonSerializable> first = new ArrayList<>();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (first.size() == IncludedFirings.MAX) {
                return new IncludedFirings(first, true);
            }
            first.add(firing(json));
        }
        return new IncludedFirings(first, false);
    }

    private static RawJson firing(SeenJson json) throws IOException {
        JsonParser parser = json.parser();
        byte[] rule = {};
        byte[] facts = {};
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            byte[] value = json.nextValue();
            rule = name.equals("rule") ? value : rule;
            facts = name.equals("facts") ? value : facts;
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.writeBytes(OPEN);
        told.writeBytes(rule);
        told.writeBytes(FACTS);
        told.writeBytes(facts);
        told.write('}');
        return new RawJson(told.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
