package dev.shipgate.audit.store.record;

import dev.shipgate.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the content of a record, which may be larger than memory should hold, and keeps its hash and its
 * compressed form. The content is a JSON object whose closing brace is left out.
 */
public final class RecordContent extends OutputStream {

    /** Holds the record of a usual load gate, of 15 kB. */
    private static final int FIRST_BUFFER_BYTES = 1 << 14;

    private static final int MAX_BUFFER_BYTES = 1 << 20;

    private final @Nullable Dictionary dictionary;
    private final Reader reader;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream(0);
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int buffered;

    /** Is given the content, unless that is large. */
    interface Reader {

        void read(byte[] content, int length);
    }

    /** Content that is compressed by itself. */
    public RecordContent() {
        this(null, (content, length) -> {});
    }

    /** Closed content of a text, such as that of a small event. */
    static RecordContent of(String text) {
        RecordContent content = new RecordContent();
        try (content) {
            content.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A record of an event cannot be put together", e);
        }
        return content;
    }

    RecordContent(@Nullable Dictionary dictionary, Reader reader) {
        this.dictionary = dictionary;
        this.reader = reader;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (buffered == buffer.length) {
                growOrCompress();
            }
            int taken = Math.min(left, buffer.length - buffered);
            System.arraycopy(source, from, buffer, buffered, taken);
            buffered += taken;
            from += taken;
            left -= taken;
        }
    }

    private void growOrCompress() throws IOException {
        if (buffer.length < MAX_BUFFER_BYTES) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            compress();
        }
    }

    private void compress() throws IOException {
        digest.update(buffer, 0, buffered);
        frames.write(dictionary == null ? Zstandard.compress(buffer, buffered) : dictionary.compress(buffer, buffered));
        buffered = 0;
    }

    /** Nothing can be written after this. */
    @Override
    public void close() throws IOException {
        if (frames.size() == 0) {
            reader.read(buffer, buffered);
        }
        compress();
        buffer = new byte[0];
    }

    /** The dictionary that it is compressed with; null when by itself. */
    public @Nullable Dictionary dictionary() {
        return dictionary;
    }

    /** The compressed content, once closed. */
    public byte[] compressed() {
        return frames.toByteArray();
    }

    int compressedBytes() {
        return frames.size();
    }

    /** A digest that has seen the content, once closed. */
    public MessageDigest digest() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of this Java cannot be copied", e);
        }
    }
}
