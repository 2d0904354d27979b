package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shipgate.file.CountedInput;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads JSON values that follow one another, mostly one on each line, and holds one at a time. */
final class Exports {

    private static final int MAX_BYTES_OF_ONE = 64 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Exports() {}

    /**
     * Hands over each value.
     *
     * @throws UnreadableResultException with the line of the problem
     */
    static void forEach(InputStream file, Consumer<JsonNode> exports) throws IOException {
        BoundedInput in = new BoundedInput(file);
        // Always UTF-8, as OTLP is: left to itself, the parser guesses the encoding.
        try (JsonParser parser = JSON.getFactory().createParser(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            while (parser.nextToken() != null) {
                long line = parser.currentTokenLocation().getLineNr();
                JsonNode export = JSON.readTree(parser);
                in.startNext();
                try {
                    exports.accept(export);
                } catch (UnreadableResultException e) {
                    throw UnreadableResultException.atLine(line, String.valueOf(e.getMessage()));
                }
            }
        } catch (JsonProcessingException e) {
            throw notJson(e.getLocation());
        }
    }

    private static UnreadableResultException notJson(@Nullable JsonLocation place) {
        String detail = "This is not JSON. Is the file cut off?";
        return place == null
                ? new UnreadableResultException(detail)
                : UnreadableResultException.atLine(place.getLineNr(), detail);
    }

    /** Refuses a value that is too long to be held. */
    private static final class BoundedInput extends CountedInput {

        private long before;

        BoundedInput(InputStream in) {
            super(in);
        }

        /** The bytes that are read from now on belong to the next value. */
        void startNext() {
            before = bytes();
        }

        @Override
        public void saw(byte[] buffer, int offset, int count) {
            super.saw(buffer, offset, count);
            if (bytes() - before > MAX_BYTES_OF_ONE) {
                throw new UnreadableResultException("One export is longer than " + MAX_BYTES_OF_ONE
                        + " bytes. Put each on a line of its own, as the collector's file exporter does.");
            }
        }
    }
}
