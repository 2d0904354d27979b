package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.shipgate.number.Numbers;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/**
 * How values look in answers. Enums are in lower case. Numbers are {@code 900}, not {@code 900.0}, {@code 0.0001},
 * not {@code 1.0E-4}, and always the shortest text that reads back as the same number: Java's own text of a double
 * differs between versions of the platform, and an answer must not.
 */
@ApplicationScoped
public class JsonOutput implements ObjectMapperCustomizer {

    /** Beyond this, doubles are further apart than whole numbers. */
    private static final double MAX_EXACT_WHOLE = 1L << 53;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER.mappedFeature(), true);
        mapper.configure(EnumFeature.WRITE_ENUMS_TO_LOWERCASE, true);
        SimpleModule numbers = new SimpleModule("whole numbers without a fraction");
        numbers.addSerializer(Double.class, new DoubleSerializer());
        numbers.addSerializer(double.class, new DoubleSerializer());
        mapper.registerModule(numbers);
    }

    private static final class DoubleSerializer extends StdScalarSerializer<Double> {

        private static final long serialVersionUID = 1;

        DoubleSerializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value == Math.rint(value) && Math.abs(value) <= MAX_EXACT_WHOLE) {
                json.writeNumber(value.longValue());
            } else if (hasExponent(value)) {
                json.writeNumber(Numbers.shortest(value));
            } else {
                json.writeNumber(value);
            }
        }

        /** Whether Java writes it with one. Few are, and the others are written faster. */
        private static boolean hasExponent(double value) {
            double size = Math.abs(value);
            return size < 1e-3 || (size >= 1e7 && size <= Double.MAX_VALUE);
        }
    }
}
