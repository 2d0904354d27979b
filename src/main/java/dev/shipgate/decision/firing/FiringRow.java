package dev.shipgate.decision.firing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.shipgate.policy.Firing;
import java.io.IOException;

/**
 * A firing as answers and records tell it: {@code {"rule": "...", "facts": {...}}}. The facts that it matched are
 * written as they are: most firings are written once, into the record, so nothing is made of them before.
 */
public record FiringRow(Firing firing) implements JsonSerializable {

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", firing.rule().rule());
        json.writeObjectFieldStart("facts");
        for (int i = 0; i < firing.size(); i++) {
            json.writeFieldName(firing.name(i));
            provider.defaultSerializeValue(firing.fact(i), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(json, provider);
    }
}
