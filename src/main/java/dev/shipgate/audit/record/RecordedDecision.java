package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.file.WatchedStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A decision as it was recorded.
 *
 * @param head what the record says of it
 * @param request the request, in one line
 * @param response the answer, byte for byte
 */
public record RecordedDecision(RecordHead head, byte[] request, byte[] response) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads no more of the record than it needs: the firings that come after the response may be many. */
    public static RecordedDecision read(StoredRecord record) {
        Seen seen = new Seen();
        try (InputStream content = new Tee(Zstandard.open(record.content()), seen);
                JsonParser parser = JSON.createParser(content)) {
            RecordHead head = RecordHead.read(parser);
            byte[] request = value(parser, seen);
            requireField(parser, "response");
            byte[] response = value(parser, seen);
            return new RecordedDecision(head, request, response);
        } catch (IOException e) {
            throw new UncheckedIOException("The record at position " + record.position() + " cannot be read", e);
        }
    }

    /** As a caller gets it again. */
    public Answered answered() {
        Release release = new Release(head.text("service"), head.text("environment"), head.text("version"), Map.of());
        return new Answered(Verdict.named(head.text("verdict")), release, response, true);
    }

    private static void requireField(JsonParser parser, String name) throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME || !parser.currentName().equals(name)) {
            throw new IOException("No member \"" + name + "\"");
        }
    }

    /** The bytes of the value that comes next. */
    private static byte[] value(JsonParser parser, Seen seen) throws IOException {
        parser.nextToken();
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        int end = Math.toIntExact(parser.currentLocation().getByteOffset());
        return seen.between(start, end);
    }

    private static final class Seen extends ByteArrayOutputStream {

        byte[] between(int start, int end) {
            return Arrays.copyOfRange(buf, start, end);
        }
    }

    /** Keeps what is read. */
    private static final class Tee extends WatchedStream {

        private final Seen seen;

        Tee(InputStream in, Seen seen) {
            super(in);
            this.seen = seen;
        }

        @Override
        protected void saw(byte[] buffer, int offset, int count) {
            seen.write(buffer, offset, count);
        }
    }
}
