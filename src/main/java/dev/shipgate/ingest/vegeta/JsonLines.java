package dev.shipgate.ingest.vegeta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The rows of {@code vegeta encode}, an object of JSON each, token by token: bodies of responses are skipped. */
final class JsonLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private @Nullable Long startedAtMs;
    private @Nullable Long status;
    private @Nullable Long nanos;
    private String error = "";
    private String attack = "";
    private String method = "";
    private String url = "";

    private JsonLines(JsonParser parser) {
        this.parser = parser;
    }

    static void read(InputStream file, RowSink rows) throws IOException {
        try (JsonParser parser = JSON.createParser(file)) {
            while (parser.nextToken() != null) {
                int line = parser.currentLocation().getLineNr();
                rows.row(line, new JsonLines(parser).row(line));
            }
        } catch (JsonProcessingException e) {
            throw UnreadableResultException.atLine(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "This is no JSON object of vegeta encode. Is the file cut off?");
        }
    }

    private VegetaRow row(int line) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw UnreadableResultException.atLine(line, "Here must be a JSON object of vegeta encode.");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            take(line, field);
        }
        if (startedAtMs == null || status == null || nanos == null) {
            throw UnreadableResultException.atLine(line, "There must be \"timestamp\", \"code\" and \"latency\".");
        }
        return new VegetaRow(startedAtMs, status, nanos, error, attack, method, url);
    }

    private void take(int line, String field) throws IOException {
        switch (field) {
            case "timestamp" -> startedAtMs = time(line);
            case "code" -> status = number(line, field);
            case "latency" -> nanos = number(line, field);
            case "error" -> error = text(line, field);
            case "attack" -> attack = text(line, field);
            case "method" -> method = text(line, field);
            case "url" -> url = text(line, field);
            default -> parser.skipChildren();
        }
    }

    private long number(int line, String field) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw UnreadableResultException.atLine(line, "\"" + field + "\" must be a whole number.");
        }
        return parser.getLongValue();
    }

    private String text(int line, String field) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw UnreadableResultException.atLine(line, "\"" + field + "\" must be a text.");
        }
        return parser.getText();
    }

    private long time(int line) throws IOException {
        String text = text(line, "timestamp");
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw UnreadableResultException.atLine(
                    line, "The timestamp must be a time such as 2026-11-23T21:49:50.129Z.");
        }
    }
}
