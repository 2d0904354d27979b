package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.record.RecordContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a record's JSON object, which stays open: more may follow, and its place in the chain does. */
final class RecordMembers {

    private RecordMembers() {}

    /** The content of an event. */
    static RecordContent content(ObjectMapper json, Map<String, @Nullable Object> members) {
        RecordContent content = new RecordContent();
        try (content) {
            write(json, content, members);
        } catch (IOException e) {
            throw new UncheckedIOException("A record of an event cannot be put together", e);
        }
        return content;
    }

    static void write(ObjectMapper json, RecordContent content, Map<String, @Nullable Object> members)
            throws IOException {
        try (JsonGenerator generator = json.getFactory().createGenerator(content)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
                generator.writeFieldName(member.getKey());
                json.writeValue(generator, member.getValue());
            }
        }
    }
}
