package dev.shipgate.audit.store.record;

import com.github.luben.zstd.ZstdIOException;
import dev.shipgate.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * How a record is written and hashed. It is one line of JSON:
 *
 * <pre>{ content ,"chain":"...","position":2,"previous_hash":"...","hash":"..."}</pre>
 *
 * The hash is the SHA-256 of that line without its last member, {@code "hash"}. So {@code sha256sum} can check it.
 */
public final class RecordText {

    private RecordText() {}

    /** The hash that the first record of a chain follows: all zeros. */
    public static byte[] genesis() {
        return new byte[Sha256.BYTES];
    }

    /**
     * The hash of a record at its place.
     *
     * @param content a digest that has seen the content; used up
     */
    public static byte[] hash(MessageDigest content, RecordPlace place) {
        content.update(place.members().getBytes(StandardCharsets.UTF_8));
        return content.digest(new byte[] {'}'});
    }

    /**
     * Writes a record as one line, without the end of the line.
     *
     * @throws UnreadableRecordException when its content is no longer as it was stored
     * @throws IOException when it cannot be written
     */
    public static void write(StoredRecord record, OutputStream out) throws IOException {
        try (InputStream content = record.open()) {
            content.transferTo(out);
        } catch (ZstdIOException e) {
            throw new UnreadableRecordException(record, e);
        }
        String end = record.place().members() + ",\"hash\":\"" + HexFormat.of().formatHex(record.hash()) + "\"}";
        out.write(end.getBytes(StandardCharsets.UTF_8));
    }
}
