package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JSON that was written before, and becomes a value of other JSON as it is.
 *
 * @param utf8 one value, not to be changed
 */
public record RawJson(byte[] utf8) implements JsonSerializable {

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        // Nothing, where a value belongs; then the value, past the generator, which would read it character by
        // character.
        generator.writeRawValue("");
        generator.flush();
        ((OutputStream) generator.getOutputTarget()).write(utf8);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }
}
