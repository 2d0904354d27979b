package dev.shipgate.http.body;

import dev.shipgate.json.InvalidBodyException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a form: a body of {@code multipart/form-data}. */
public final class FormParts {

    private static final int MAX_PARTS = 64;
    /** Line ends after the last line. */
    private static final int LONGEST_END = 8;

    private static final int MAX_HEADER_BYTES = 8192;

    private FormParts() {}

    /**
     * One part.
     *
     * @param name of the field
     * @param fileName as the client says; the name of the field where it says none
     */
    public record Part(String name, String fileName, byte[] content) {}

    /**
     * Takes a body apart, in memory.
     *
     * @param contentType the header, with the boundary
     * @throws InvalidBodyException when it is not such a body
     */
    public static List<Part> of(String contentType, byte[] body) {
        requireEnd(contentType, body);
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MAX_PARTS, MAX_HEADER_BYTES);
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
            List<Part> parts = new ArrayList<>();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                parts.add(part((HttpData) data));
            }
            return parts;
        } catch (RuntimeException e) {
            // Netty's decoder throws exceptions of its own, and passes on those of the code that it calls, such as for
            // a header without a value or a charset that does not exist.
            throw InvalidBodyException.ofHeader(
                    "Content-Type",
                    "says multipart/form-data, but the body is no such form of at most " + MAX_PARTS + " parts.");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** Without its last line a form may have been cut off, and lack parts. */
    private static void requireEnd(String contentType, byte[] body) {
        String boundary = boundary(contentType);
        if (boundary == null || boundary.isEmpty()) {
            throw InvalidBodyException.ofHeader("Content-Type", "says multipart/form-data, but no boundary.");
        }
        String last = "--" + boundary + "--";
        int from = Math.max(0, body.length - last.length() - LONGEST_END);
        String end = new String(body, from, body.length - from, StandardCharsets.ISO_8859_1).stripTrailing();
        if (!end.endsWith(last)) {
            throw InvalidBodyException.ofHeader(
                    "Content-Type", "says multipart/form-data, but the form has no end. Is it cut off?");
        }
    }

    private static @Nullable String boundary(String contentType) {
        try {
            return MediaType.valueOf(contentType).getParameters().get("boundary");
        } catch (IllegalArgumentException e) {
            throw InvalidBodyException.ofHeader("Content-Type", "is no media type.");
        }
    }

    private static Part part(HttpData data) {
        try {
            boolean isNamed = data instanceof FileUpload upload
                    && upload.getFilename() != null
                    && !upload.getFilename().isEmpty();
            return new Part(data.getName(), isNamed ? ((FileUpload) data).getFilename() : data.getName(), data.get());
        } catch (IOException e) {
            throw new UncheckedIOException("A part of the form could not be read", e);
        }
    }
}
