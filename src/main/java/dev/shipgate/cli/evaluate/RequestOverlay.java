package dev.shipgate.cli.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.ingest.request.ReleaseFields;
import dev.shipgate.ingest.request.ReleaseFields.Mismatch;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the fields and labels that a request lacks. All bytes of the request stay as they are, so that a service
 * reads it, numbers and mistakes too, as it was written.
 */
final class RequestOverlay {

    private static final String LABELS = ReleaseFields.LABELS;

    /** As lenient as the reader that has accepted the request before. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private RequestOverlay() {}

    /**
     * The request with the fields and labels that it lacks.
     *
     * @throws InvalidBodyException when it is no JSON object, or is wrong by itself
     * @throws CommandFailure when it says something else
     */
    static byte[] fill(byte[] request, ReleaseFields release) {
        if (release.isEmpty()) {
            return request;
        }
        JsonObject said = StrictJson.object(request);
        List<String> mismatches = mismatches(said, release.fields(), "");
        JsonObject saidLabels = said.object(LABELS);
        if (saidLabels != null) {
            mismatches.addAll(mismatches(saidLabels, release.labels(), "/" + LABELS));
        } else if (said.isNull(LABELS) && !release.labels().isEmpty()) {
            mismatches.add(isNull("/" + LABELS));
        }
        said.problems().throwIfAny();
        if (!mismatches.isEmpty()) {
            throw CommandFailure.badInput(mismatches);
        }
        Map<String, String> labels = saidLabels == null ? release.labels() : lacking(saidLabels, release.labels());
        return insert(request, lacking(said, release.fields()), labels, saidLabels != null);
    }

    private static List<String> mismatches(JsonObject said, Map<String, String> given, String pointer) {
        return new ArrayList<>(ReleaseFields.mismatches(given, said::isNull, said::string).stream()
                .map(other -> inWords(pointer + "/" + other.name(), other))
                .toList());
    }

    private static String inWords(String pointer, Mismatch other) {
        return other.said() == null
                ? isNull(pointer)
                : pointer + " is \"" + other.said() + "\" in the file, and \"" + other.given()
                        + "\" on the command line. Leave one of them out.";
    }

    private static String isNull(String pointer) {
        return pointer + " is null in the file. Leave it out there, to give it on the command line.";
    }

    private static Map<String, String> lacking(JsonObject said, Map<String, String> given) {
        Map<String, String> lacking = new LinkedHashMap<>(given);
        lacking.keySet().removeIf(said::has);
        return lacking;
    }

    private static byte[] insert(
            byte[] request, Map<String, String> fields, Map<String, String> labels, boolean hasLabels) {
        Places places = Places.in(request);
        ByteArrayOutputStream filled = new ByteArrayOutputStream(request.length + 256);
        String first = members(fields);
        if (!hasLabels && !labels.isEmpty()) {
            first += (first.isEmpty() ? "" : ",") + quoted(LABELS) + ":{" + members(labels) + "}";
        }
        write(filled, request, 0, places.root());
        writeMembers(filled, first, places.rootIsEmpty());
        int next = places.root();
        if (hasLabels && !labels.isEmpty()) {
            int inLabels = Objects.requireNonNull(places.labels());
            write(filled, request, next, inLabels);
            writeMembers(filled, members(labels), places.labelsAreEmpty());
            next = inLabels;
        }
        write(filled, request, next, request.length);
        return filled.toByteArray();
    }

    private static void writeMembers(ByteArrayOutputStream out, String members, boolean nothingFollows) {
        if (!members.isEmpty()) {
            out.writeBytes((members + (nothingFollows ? "" : ",")).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(ByteArrayOutputStream out, byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
    }

    private static String members(Map<String, String> values) {
        List<String> members = new ArrayList<>();
        values.forEach((name, value) -> members.add(quoted(name) + ":" + quoted(value)));
        return String.join(",", members);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /**
     * The places where members can be put: right behind an opening brace.
     *
     * @param labels null when there are none
     */
    private record Places(
            int root, boolean rootIsEmpty, @Nullable Integer labels, boolean labelsAreEmpty) {

        static Places in(byte[] request) {
            try (JsonParser parser = JSON.createParser(request)) {
                parser.nextToken();
                int root = behind(parser);
                boolean rootIsEmpty = parser.nextToken() == JsonToken.END_OBJECT;
                while (parser.currentToken() == JsonToken.FIELD_NAME) {
                    boolean isLabels = parser.currentName().equals(LABELS);
                    JsonToken value = parser.nextToken();
                    if (isLabels && value == JsonToken.START_OBJECT) {
                        return new Places(root, false, behind(parser), parser.nextToken() == JsonToken.END_OBJECT);
                    }
                    parser.skipChildren();
                    parser.nextToken();
                }
                return new Places(root, rootIsEmpty, null, false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int behind(JsonParser parser) {
            return (int) parser.currentLocation().getByteOffset();
        }
    }
}
