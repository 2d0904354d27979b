package dev.shipgate.audit.store.record;

import dev.shipgate.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored.
 *
 * @param decisionId null for an event of the log itself
 * @param place where it stands
 * @param hash its own hash
 * @param content compressed; see {@link RecordText}
 * @param dictionary the dictionary that it was compressed with; null when by itself
 */
public record StoredRecord(
        @Nullable UUID decisionId,
        RecordPlace place,
        byte[] hash,
        byte[] content,
        @Nullable Dictionary dictionary) {

    private static final int LARGE_BYTES = 1 << 20;

    /** The content, bit by bit. */
    public InputStream open() throws IOException {
        return Zstandard.open(content, dictionary);
    }

    public String chain() {
        return place.chain();
    }

    public long position() {
        return place.position();
    }

    public byte[] previousHash() {
        return place.previousHash();
    }

    /**
     * Whether its text should not be in memory beside the texts of other records. The sizes that its frames state tell
     * this, so the text is not read; the sizes are true only of a record that {@link #isUnchanged}.
     */
    public boolean isLarge() {
        return Zstandard.isLongerThan(content, LARGE_BYTES);
    }

    /** The size of its text, as its frames state it: true only of a record that {@link #isUnchanged}. */
    public long textBytes() {
        return Zstandard.statedLength(content);
    }

    /** Whether its content has its hash. Reads all of it and keeps nothing: a few bytes may hold more than memory. */
    public boolean isUnchanged() {
        return unchangedStart(0).isPresent();
    }

    /**
     * Its text, for one that is not {@link #isLarge}, and found to be unchanged.
     *
     * @throws UnreadableRecordException when its content cannot be read, or does not have its hash
     */
    public byte[] unchangedText() {
        if (!Zstandard.isOneFrame(content)) {
            return unchangedStart(LARGE_BYTES).orElseThrow(() -> new UnreadableRecordException(this));
        }
        byte[] text;
        try {
            text = Zstandard.text(content, dictionary, LARGE_BYTES);
        } catch (IOException e) {
            throw new UnreadableRecordException(this, e);
        }
        MessageDigest digest = Sha256.digest();
        digest.update(text);
        if (!Arrays.equals(RecordText.hash(digest, place), hash)) {
            throw new UnreadableRecordException(this);
        }
        return text;
    }

    /** So many bytes of the text, or all if it is shorter; empty when it does not have its hash. */
    Optional<byte[]> unchangedStart(int bytes) {
        MessageDigest digest = Sha256.digest();
        try (InputStream text = new DigestInputStream(open(), digest)) {
            byte[] start = text.readNBytes(bytes);
            text.transferTo(OutputStream.nullOutputStream());
            return Optional.of(start).filter(read -> Arrays.equals(RecordText.hash(digest, place), hash));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that its content has its hash.
     *
     * @return itself
     * @throws UnreadableRecordException when it does not
     */
    public StoredRecord requireUnchanged() {
        if (!isUnchanged()) {
            throw new UnreadableRecordException(this);
        }
        return this;
    }
}
