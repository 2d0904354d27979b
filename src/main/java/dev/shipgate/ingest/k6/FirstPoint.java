package dev.shipgate.ingest.k6;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shipgate.file.GzipStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds out by the first line whether a file has points of k6. */
final class FirstPoint {

    static final int BYTES_NEEDED = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private FirstPoint() {}

    /** Whether a file that starts so, compressed or not, has points, in either form. */
    static boolean isIn(byte[] start) {
        byte[] text = GzipStream.isGzip(start) ? inflated(start) : start;
        return CsvPoints.areIn(new String(text, StandardCharsets.UTF_8)) || isInJson(text);
    }

    /** Whether a text begins with a point, or with the declaration of a metric. */
    static boolean isInJson(byte[] text) {
        Set<String> fields = new HashSet<>();
        boolean isOfKnownType = false;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                fields.add(field);
                parser.nextToken();
                isOfKnownType |= field.equals("type") && isType(parser);
                parser.skipChildren();
            }
        } catch (IOException e) {
            // It ends where as much as is looked at ends. The fields up to there are enough, or it is something else.
            return isOfKnownType && fields.contains("data");
        }
        return isOfKnownType && fields.contains("data");
    }

    private static boolean isType(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                && (parser.getText().equals(PointLine.METRIC)
                        || parser.getText().equals(PointLine.POINT));
    }

    private static byte[] inflated(byte[] start) {
        byte[] text = new byte[BYTES_NEEDED];
        int length = 0;
        try (InputStream in = new GzipStream(new ByteArrayInputStream(start), BYTES_NEEDED)) {
            int count = in.read(text);
            while (count > 0) {
                length += count;
                count = in.read(text, length, text.length - length);
            }
        } catch (IOException e) {
            // The start of a compressed file is cut off, of course.
            return Arrays.copyOf(text, length);
        }
        return Arrays.copyOf(text, length);
    }
}
