package dev.shipgate.decision.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The member {@code firings} of answers that were recorded before they had a verdict. It counts the firings that the
 * member of this name lists one by one in the answers of now, so it makes room for that list.
 */
final class CountedFirings {

    private static final JsonFactory JSON = new JsonFactory();

    private CountedFirings() {}

    /** An answer without them, and else byte for byte as it was. An answer has other members before them. */
    static byte[] remove(byte[] answer) {
        try (JsonParser parser = JSON.createParser(answer)) {
            parser.nextToken();
            int before = 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                parser.finishToken();
                parser.skipChildren();
                int end = Math.toIntExact(parser.currentLocation().getByteOffset());
                if (name.equals("firings")) {
                    return without(answer, before, end);
                }
                before = end;
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("The recorded answer could not be read", e);
        }
    }

    private static byte[] without(byte[] answer, int start, int end) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream(answer.length);
        rest.write(answer, 0, start);
        rest.write(answer, end, answer.length - end);
        return rest.toByteArray();
    }
}
