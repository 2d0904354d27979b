package dev.shipgate.policy.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of packed objects. JGit reads one whole, and makes room for as many objects as its table says before it
 * has read any; so the numbers in a table are checked against the size of its file first. See
 * <a href="https://git-scm.com/docs/gitformat-pack">gitformat-pack</a>.
 */
final class PackIndexes {

    /** Of all together: room for a million objects. */
    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private static final int SECOND_VERSION = 0xFF74_4F63;
    private static final int SECOND_VERSION_HEADER_BYTES = 8;
    private static final int TABLE_ENTRIES = 256;
    private static final int MIN_BYTES_PER_OBJECT = 24;

    private PackIndexes() {}

    /**
     * Those in a folder, which need no more memory than their size to be read.
     *
     * @throws IOException when one is broken, or they are too large
     */
    static List<Path> soundOnes(Path folder) throws IOException {
        List<Path> sound = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return sound;
        }
        long total = 0;
        try (DirectoryStream<Path> indexes = Files.newDirectoryStream(folder, "*.idx")) {
            for (Path index : indexes) {
                requireSound(index, Files.size(index));
                total += Files.size(index);
                sound.add(index);
            }
        }
        if (total > MAX_BYTES) {
            throw new IOException("The indexes in " + folder + " have more than " + MAX_BYTES + " bytes");
        }
        return sound;
    }

    private static void requireSound(Path index, long size) throws IOException {
        if (!Files.isRegularFile(index)) {
            throw new IOException(index + " is no file");
        }
        long before = 0;
        ByteBuffer table = table(index);
        while (table.hasRemaining()) {
            long objects = Integer.toUnsignedLong(table.getInt());
            if (objects < before || objects * MIN_BYTES_PER_OBJECT > size) {
                throw new IOException(index + " is broken");
            }
            before = objects;
        }
    }

    /** The table that an index begins with: how many objects there are up to each first byte. */
    private static ByteBuffer table(Path index) throws IOException {
        int tableBytes = TABLE_ENTRIES * Integer.BYTES;
        try (InputStream content = Files.newInputStream(index)) {
            ByteBuffer start = ByteBuffer.wrap(content.readNBytes(SECOND_VERSION_HEADER_BYTES + tableBytes));
            if (start.remaining() < SECOND_VERSION_HEADER_BYTES + tableBytes) {
                throw new IOException(index + " is cut off");
            }
            int skipped = start.getInt(0) == SECOND_VERSION ? SECOND_VERSION_HEADER_BYTES : 0;
            return start.slice(skipped, tableBytes);
        }
    }
}
