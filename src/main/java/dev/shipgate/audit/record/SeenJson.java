package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shipgate.file.WatchedStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Reads JSON and gives values of it byte for byte. Keeps the bytes that it read, until it is told to forget them. */
final class SeenJson implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final Seen seen = new Seen();
    private final JsonParser parser;

    /** @param content closed with this */
    SeenJson(InputStream content) throws IOException {
        this.parser = JSON.createParser(new Tee(content, seen));
    }

    JsonParser parser() {
        return parser;
    }

    /**
     * Goes on to a field of the object that is read.
     *
     * @param names one of which it must have
     */
    void requireField(String... names) throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME || !List.of(names).contains(parser.currentName())) {
            throw new IOException("No member \"" + String.join("\" or \"", names) + "\"");
        }
    }

    /** The bytes of the value that comes next. */
    byte[] nextValue() throws IOException {
        parser.nextToken();
        return value();
    }

    /** Goes on to the end of the value that comes next, which nobody needs. */
    void skipValue() throws IOException {
        parser.nextToken();
        parser.finishToken();
        parser.skipChildren();
        forget();
    }

    /** Goes on to the end of the object that is read. */
    void requireEnd() throws IOException {
        while (parser.nextToken() != null) {
            parser.skipChildren();
            forget();
        }
    }

    /** Forgets the bytes before the place at which the parser stands. */
    void forget() {
        seen.forget(parser.currentLocation().getByteOffset());
    }

    /** The bytes of the value at whose first token the parser stands. */
    private byte[] value() throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        // The text of a value is read only when somebody asks for it, and its end is not known before.
        parser.finishToken();
        parser.skipChildren();
        long end = parser.currentLocation().getByteOffset();
        return seen.between(start, end);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static final class Seen extends ByteArrayOutputStream {

        private long forgotten;

        byte[] between(long start, long end) {
            return Arrays.copyOfRange(buf, Math.toIntExact(start - forgotten), Math.toIntExact(end - forgotten));
        }

        void forget(long end) {
            int gone = Math.toIntExact(end - forgotten);
            count -= gone;
            System.arraycopy(buf, gone, buf, 0, count);
            forgotten = end;
        }
    }

    /** Keeps the bytes that are read. */
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
