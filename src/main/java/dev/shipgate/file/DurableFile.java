package dev.shipgate.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces files. A reader sees all of the old or all of the new; and once a method here has returned, a power
 * cut does not bring the old one back: the content is forced to the disk, and so is the folder, which has the name.
 */
public final class DurableFile {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private DurableFile() {}

    /**
     * Replaces a file, or makes one with the permissions that the user's files usually have. A target that is no file,
     * such as a pipe, is written as it is.
     *
     * @throws IOException when it cannot be written; the file that was there before is then still there
     */
    public static void replace(Path file, byte[] content) throws IOException {
        replace(file, new ByteArrayInputStream(content));
    }

    /**
     * The same with content that is still to come, and that a file has all of, or nothing.
     *
     * @throws IOException when it breaks off, too
     */
    public static void replace(Path file, InputStream content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.transferTo(out);
            }
        } else {
            write(file, content);
        }
    }

    /**
     * Replaces a file, or makes one that is its owner's alone.
     *
     * @throws IOException when it cannot be written; the file that was there before is then still there
     */
    public static void replaceOwned(Path file, byte[] content) throws IOException {
        write(file, new ByteArrayInputStream(content), OwnerAlone.file(file));
    }

    private static void write(Path file, InputStream content, FileAttribute<?>... attributes) throws IOException {
        // A link goes on to name the file that it named.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        Path written = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        try {
            try (FileChannel channel = FileChannel.open(written, NEW, attributes)) {
                content.transferTo(Channels.newOutputStream(channel));
                if (Files.exists(target)) {
                    keepOwner(target, written);
                }
                // Else a power cut after the renaming could leave an empty file.
                channel.force(true);
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /**
     * Writes a file that is not there yet. It survives a power cut once its folder is {@linkplain #sync forced} too.
     */
    public static void create(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW)) {
            Channels.newOutputStream(channel).write(content);
            channel.force(true);
        }
    }

    /** Makes sure that a power cut does not undo the creation, renaming or deletion of a file in a folder. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Keeps the owner, group and permissions: users who could read the file before still can, and nobody else. */
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
