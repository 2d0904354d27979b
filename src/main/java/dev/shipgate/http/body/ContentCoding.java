package dev.shipgate.http.body;

import dev.shipgate.file.GzipStream;
import dev.shipgate.http.limit.BodyTooLargeException;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.json.InvalidBodyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Undoes the header {@code Content-Encoding}: a body may come as it is, or packed by gzip. */
final class ContentCoding {

    private static final int PART_BYTES = 1 << 16;

    private ContentCoding() {}

    /**
     * The body as its resource reads it.
     *
     * @param maxBytes the most that it may be when unpacked
     * @param memory the share of the memory that the body has, which grows by the bytes that unpacking needs
     * @throws UnsupportedCodingException when it is packed otherwise
     * @throws InvalidBodyException when it is not packed as the header says
     * @throws BodyTooLargeException when it unpacks to more
     * @throws TooManyRequestsException when there is not memory enough beside other bodies
     */
    static byte[] decoded(HttpServerRequest request, byte[] body, long maxBytes, MemoryAdmission.Admitted memory) {
        List<String> codings = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
        String coding = String.join(", ", codings).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> unpacked(body, maxBytes, memory);
            default -> throw new UnsupportedCodingException(coding);
        };
    }

    private static byte[] unpacked(byte[] body, long maxBytes, MemoryAdmission.Admitted memory) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (GzipStream packed = new GzipStream(new ByteArrayInputStream(body), PART_BYTES)) {
            byte[] part = new byte[PART_BYTES];
            for (int length = packed.read(part); length >= 0; length = packed.read(part)) {
                // The unpacked body stands twice in memory for a moment, when the whole of it is made of its parts.
                memory.take(2L * length);
                if (unpacked.size() + length > maxBytes) {
                    throw new BodyTooLargeException(maxBytes);
                }
                unpacked.write(part, 0, length);
            }
        } catch (IOException e) {
            throw InvalidBodyException.ofHeader(
                    "Content-Encoding",
                    "says gzip, but the body is not packed by gzip, is cut off, or has many empty parts.");
        }
        return unpacked.toByteArray();
    }
}
