package dev.shipgate.http;

import dev.shipgate.json.InvalidBodyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the header {@code Content-Encoding}: a body may come as it is, or packed by gzip. */
final class ContentCoding {

    private ContentCoding() {}

    /**
     * The body as its resource reads it.
     *
     * @param maxBytes the most that it may be when unpacked
     * @throws UnsupportedCodingException when it is packed otherwise
     * @throws InvalidBodyException when it is not what the header says
     * @throws BodyTooLargeException when it unpacks to more
     */
    static byte[] decoded(HttpServerRequest request, byte[] body, long maxBytes) {
        List<String> codings = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
        String coding = String.join(", ", codings).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> unpacked(body, maxBytes);
            default -> throw new UnsupportedCodingException(coding);
        };
    }

    private static byte[] unpacked(byte[] body, long maxBytes) {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] unpacked = packed.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE));
            if (unpacked.length > maxBytes) {
                throw new BodyTooLargeException(maxBytes);
            }
            return unpacked;
        } catch (IOException e) {
            throw InvalidBodyException.ofHeader(
                    "Content-Encoding", "says gzip, but the body is not packed by gzip, or is cut off.");
        }
    }
}
