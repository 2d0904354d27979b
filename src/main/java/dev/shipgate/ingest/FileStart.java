package dev.shipgate.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The start of a file, by which its tool is recognised. */
public final class FileStart {

    private static final int MAX_BYTES = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;
    private final Set<String> fields;

    private FileStart(byte[] bytes, Set<String> fields) {
        this.bytes = bytes;
        this.fields = fields;
    }

    /** Of a file, of which as much is read as is needed. */
    static FileStart of(ResultFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MAX_BYTES);
        }
        FileStart start = new FileStart(bytes, Set.of());
        return start.isJsonObject() ? new FileStart(bytes, fields(file)) : start;
    }

    private static Set<String> fields(ResultFile file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (InputStream in = file.open();
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JsonProcessingException | CharConversionException e) {
            // What is there up to the error is enough to know the tool, whose reader then says what is wrong.
            return names;
        }
        return names;
    }

    /** The first bytes, at most as many. */
    public byte[] bytes(int most) {
        return Arrays.copyOf(bytes, Math.min(most, bytes.length));
    }

    /** The first line, without its end and without a byte order mark. */
    public String firstLine() {
        return text().lines().findFirst().orElse("");
    }

    /** As much of the file as is read here, without a byte order mark. */
    public String text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    public boolean isJsonObject() {
        return text().stripLeading().startsWith("{");
    }

    /** Whether it is a JSON object of nothing. */
    public boolean isEmptyObject() {
        return isJsonObject() && fields.isEmpty();
    }

    /** Whether it is a JSON object, or begins with one, that has all of these fields itself. */
    public boolean hasFields(String... names) {
        return fields.containsAll(Arrays.asList(names));
    }
}
