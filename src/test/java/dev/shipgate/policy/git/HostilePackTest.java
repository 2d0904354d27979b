package dev.shipgate.policy.git;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.RulesetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed objects that would take all memory, or all time, if they were read. */
class HostilePackTest {

    private static final int HEADER_BYTES = 12;
    private static final byte[] CHECKSUM = new byte[20];
    private static final byte DIFFERENCE_BY_DISTANCE = 6 << 4;
    private static final byte DIFFERENCE_BY_ID = 7 << 4;

    /** Of an object of one byte, with a result of one. */
    private static final byte[] HARMLESS = {1, 1, 1, 'x'};

    /** With a result of a gigabyte. */
    private static final byte[] HUGE = {1, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 4};

    private final byte[] id = new byte[20];

    @TempDir
    Path folder;

    private TestRepository repository;

    @BeforeEach
    void anEmptyRepository() throws Exception {
        Arrays.fill(id, (byte) 0x11);
        repository = TestRepository.in(folder);
        repository.write(".git/HEAD", "11".repeat(20) + "\n");
    }

    @Test
    void aDifferenceFromItselfIsNotFollowed() throws Exception {
        pack(entry(DIFFERENCE_BY_DISTANCE, new byte[] {0}, HARMLESS));

        assertRefused("An object is packed as a difference from what is not before it");
    }

    @Test
    void aDifferenceFromItsOwnIdIsNotFollowedForEver() throws Exception {
        pack(entry(DIFFERENCE_BY_ID, id, HARMLESS));

        assertRefused("An object is packed as a difference from another without end");
    }

    @Test
    void noRoomIsMadeForAResultOfAGigabyte() throws Exception {
        pack(entry(DIFFERENCE_BY_ID, id, HUGE));

        assertRefused("A packed object has more than 5242880 bytes");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Commits.checkedOut(WorkTree.around(folder).orElseThrow(), RulesetFiles.of(List.of())))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    private static byte[] entry(byte type, byte[] base, byte[] difference) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.write(type | difference.length);
        entry.write(base);
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(entry)) {
            compressed.write(difference);
        }
        return entry.toByteArray();
    }

    /** Writes a pack with one object, and an index of the first version. */
    private void pack(byte[] entry) throws IOException {
        ByteBuffer pack = ByteBuffer.allocate(HEADER_BYTES + entry.length + CHECKSUM.length);
        pack.putInt(0x5041434B).putInt(2).putInt(1).put(entry);
        ByteBuffer index = ByteBuffer.allocate(256 * 4 + 24 + 40);
        for (int firstByte = 0; firstByte < 256; firstByte++) {
            index.putInt(firstByte < 0x11 ? 0 : 1);
        }
        index.putInt(HEADER_BYTES).put(id);
        String name = ".git/objects/pack/pack-" + "22".repeat(20);
        Files.createDirectories(repository.path(".git/objects/pack"));
        Files.write(repository.path(name + ".pack"), pack.array());
        Files.write(repository.path(name + ".idx"), index.array());
    }
}
