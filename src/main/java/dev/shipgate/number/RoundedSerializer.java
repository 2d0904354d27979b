package dev.shipgate.number;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes a number that was calculated, to {@value Numbers#SIGNIFICANT_DIGITS} significant digits. */
public final class RoundedSerializer extends StdScalarSerializer<Double> {

    private static final long serialVersionUID = 1;

    public RoundedSerializer() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
        provider.defaultSerializeValue(Numbers.rounded(value), json);
    }
}
