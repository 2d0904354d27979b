package dev.shipgate.ingest.endpoint;

import dev.shipgate.file.GzipStream;
import dev.shipgate.http.body.FormParts;
import dev.shipgate.http.body.FormParts.Part;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.json.InvalidBodyException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an import: one file, or a form of several parts.
 *
 * @param files the results
 * @param quality the measurements that the tool does not make; null for none
 * @param mapping which names are which route; null for none
 * @param request the fields that the evaluation's request has beside the imported one; null for nothing
 */
record ImportBody(
        List<ResultFile> files, byte @Nullable [] quality, byte @Nullable [] mapping, byte @Nullable [] request) {

    private static final String FILE = "file";

    private static final int BYTES_LOOKED_AT = 64;

    /** JSON or XML, also behind a byte order mark. */
    private static final Pattern DOCUMENT = Pattern.compile("\\uFEFF?\\s*[{\\[<]");

    /** A file whose part has another name than these measures the field of that name. */
    private static final List<String> OTHER_PARTS = List.of("quality", "mapping", "request");

    /**
     * Reads a body.
     *
     * @param field the field that a body measures which is one file; null where the file says it
     * @throws InvalidBodyException when a part is there twice, or no file is
     */
    static ImportBody of(String contentType, byte[] body, @Nullable String field) {
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(MediaType.valueOf(contentType))) {
            requireLines(contentType, body);
            return new ImportBody(List.of(ResultFile.of(field, "body", body)), null, null, null);
        }
        List<Part> parts = FormParts.of(contentType, body);
        List<ResultFile> files = new ArrayList<>();
        for (Part part : parts) {
            if (!OTHER_PARTS.contains(part.name())) {
                String measured = part.name().equals(FILE) ? field : part.name();
                files.add(ResultFile.of(measured, part.fileName(), part.content()));
            }
        }
        if (files.isEmpty()) {
            throw InvalidBodyException.ofPart(FILE, "must be a part of the form: the result of the tool.");
        }
        return new ImportBody(files, only(parts, "quality"), only(parts, "mapping"), only(parts, "request"));
    }

    /** curl -d takes the line ends out of a file, which documents and binary files alone can do without. */
    private static void requireLines(String contentType, byte[] body) {
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(MediaType.valueOf(contentType))
                && body.length > 0
                && !isDocument(body)
                && !isBinary(body)
                && !hasLineEnd(body)) {
            throw new UnreadableResultException(
                    "The file has no line ends. Maybe curl -d has taken them out of it? Send "
                            + "it with curl --data-binary @FILE, or with curl -F file=@FILE.");
        }
    }

    private static boolean isDocument(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, BYTES_LOOKED_AT), StandardCharsets.UTF_8);
        return DOCUMENT.matcher(start).lookingAt();
    }

    /** Compressed, or with a byte that no text has. */
    private static boolean isBinary(byte[] body) {
        if (GzipStream.isGzip(body)) {
            return true;
        }
        for (byte next : body) {
            if (next >= 0 && next < '\t') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLineEnd(byte[] body) {
        for (byte next : body) {
            if (next == '\n' || next == '\r') {
                return true;
            }
        }
        return false;
    }

    private static byte @Nullable [] only(List<Part> parts, String name) {
        List<Part> found =
                parts.stream().filter(part -> part.name().equals(name)).toList();
        if (found.size() > 1) {
            throw InvalidBodyException.ofPart(name, "is there more than once. Which one is meant?");
        }
        return found.isEmpty() ? null : found.get(0).content();
    }
}
