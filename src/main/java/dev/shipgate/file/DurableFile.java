package dev.shipgate.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.UUID;

/**
 * Replaces files. Whoever reads one sees all of the old or all of the new; and once a method here has returned, a power
 * cut does not bring the old one back: the content is forced to the disk, and so is the folder, which has the name.
 */
public final class DurableFile {

    private DurableFile() {}

    /**
     * Replaces a file, or makes one with the permissions that the user's files usually have. What is no file, such as a
     * pipe, is written as it is.
     *
     * @throws IOException when it cannot be written; what was there before is then still there
     */
    public static void replace(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, content);
        } else {
            write(file, content);
        }
    }

    /**
     * Replaces a file, or makes one that is its owner's alone.
     *
     * @throws IOException when it cannot be written; what was there before is then still there
     */
    public static void replaceOwned(Path file, byte[] content) throws IOException {
        write(file, content, OwnerAlone.file(file));
    }

    private static void write(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        // A link goes on to name the file that it named.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path written = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        Files.createFile(written, attributes);
        try {
            writeAll(written, content, StandardOpenOption.WRITE);
            rename(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Writes a file that is not there yet. It survives a power cut once its folder is {@linkplain #sync forced} too. */
    public static void create(Path file, byte[] content) throws IOException {
        writeAll(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeAll(Path file, byte[] content, StandardOpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /**
     * Gives a file that was written aside the name of another, which it replaces. It keeps the owner, the group and the
     * permissions of the one that it replaces.
     */
    public static void rename(Path written, Path target) throws IOException {
        if (Files.exists(target)) {
            keepOwner(target, written);
        }
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            // Else a power cut after the renaming could leave an empty file.
            channel.force(true);
        }
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    }

    /** Makes sure that a power cut does not undo what was made, renamed or deleted in a folder. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Whoever could read the file before can go on to, and nobody else. */
    private static void keepOwner(Path before, Path after) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(before, PosixFileAttributeView.class);
        PosixFileAttributeView now = Files.getFileAttributeView(after, PosixFileAttributeView.class);
        if (old == null || now == null) {
            return;
        }
        PosixFileAttributes was = old.readAttributes();
        PosixFileAttributes is = now.readAttributes();
        if (!was.owner().equals(is.owner())) {
            now.setOwner(was.owner());
        }
        if (!was.group().equals(is.group())) {
            now.setGroup(was.group());
        }
        now.setPermissions(was.permissions());
    }
}
