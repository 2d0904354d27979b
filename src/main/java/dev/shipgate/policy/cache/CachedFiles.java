package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.shipgate.file.OwnerAlone;
import dev.shipgate.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Files of one kind in a folder that may vanish at any time: those used last are kept, and none is needed. A file
 * is the hash of its name and content, and the content. Several processes may share the folder: a file is there
 * whole or not at all, and a process that finds one gone goes on without. Thread-safe.
 */
public final class CachedFiles {

    private static final Logger LOG = Logger.getLogger(CachedFiles.class);

    /** More than any ruleset that is accepted compiles to; it is read into memory. */
    private static final long MAX_BYTES = 256L << 20;

    /** A process that writes for longer has ended in the middle of it. */
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);

    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final String suffix;
    private final int most;
    private final boolean changeable;
    private final AtomicBoolean warned = new AtomicBoolean();

    private record Used(Path file, Instant at) {}

    /**
     * @param folder made, for its owner alone, when the first file is written
     * @param suffix the text that the names of these files end with, such as {@code .classes}
     * @param most how many are kept
     */
    public CachedFiles(Path folder, String suffix, int most) {
        this(folder, suffix, most, true);
    }

    private CachedFiles(Path folder, String suffix, int most, boolean changeable) {
        this.folder = folder;
        this.suffix = suffix;
        this.most = most;
        this.changeable = changeable;
    }

    /** Files that came with the program: they are read, and neither written, removed nor marked as used. */
    public static CachedFiles forReading(Path folder, String suffix) {
        return new CachedFiles(folder, suffix, 0, false);
    }

    /**
     * The content that was written last under a name.
     *
     * @return empty when there is none
     * @throws IOException when the file has another content than the one that was written, or cannot be read
     */
    public Optional<byte[]> read(String name) throws IOException {
        Path file = file(name);
        // Never a pipe, which would be waited for.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new IOException("It has " + size + " bytes, more than anything that was written");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, Math.min(Sha256.BYTES, bytes.length), bytes.length);
        if (!Arrays.equals(hash(name, content), Arrays.copyOf(bytes, Sha256.BYTES))) {
            throw new IOException("Its content does not have the hash that was written with it");
        }
        if (changeable) {
            noteUse(file);
        }
        return Optional.of(content);
    }

    private static void noteUse(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debugf(e, "The use of %s could not be noted", file);
        }
    }

    /** Keeps a content, and removes those not used for the longest time. A content that cannot be kept is left out. */
    public void write(String name, byte[] content) {
        if (!changeable) {
            return;
        }
        try {
            makeFolder();
            // For its owner alone: that is how temporary files are made.
            Path unfinished = Files.createTempFile(folder, suffix.substring(1), UNFINISHED);
            try {
                Files.write(unfinished, hashed(name, content));
                Files.move(unfinished, file(name), ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            removeOldest();
        } catch (IOException | UncheckedIOException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warnf(
                        "Compiled rules cannot be kept in %s, so each start compiles and checks them again: %s",
                        folder, e);
            }
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(folder, OwnerAlone.folder(folder));
    }

    private void removeOldest() throws IOException {
        List<Used> entries = new ArrayList<>();
        Instant abandoned = Instant.now().minus(LONGEST_WRITE);
        for (Path file : files()) {
            Instant used = lastUse(file);
            String name = file.getFileName().toString();
            if (name.endsWith(UNFINISHED) && used.isBefore(abandoned)) {
                Files.deleteIfExists(file);
            } else if (name.endsWith(suffix)) {
                entries.add(new Used(file, used));
            }
        }
        entries.sort(Comparator.comparing(Used::at).reversed());
        for (Used old : entries.subList(Math.min(most, entries.size()), entries.size())) {
            Files.deleteIfExists(old.file());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Now, for a file that somebody else has just removed. */
    private static Instant lastUse(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.now();
        }
    }

    /** Lets go of a content that is of no use. */
    public void remove(String name) {
        if (!changeable) {
            return;
        }
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            LOG.debugf(e, "%s could not be removed", file(name));
        }
    }

    /** Whether there is a file under a name, whatever is in it. */
    public boolean has(String name) {
        return Files.exists(file(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Where the content of a name is. */
    public Path file(String name) {
        return folder.resolve(name + suffix);
    }

    private static byte[] hashed(String name, byte[] content) {
        byte[] bytes = Arrays.copyOf(hash(name, content), Sha256.BYTES + content.length);
        System.arraycopy(content, 0, bytes, Sha256.BYTES, content.length);
        return bytes;
    }

    /** With the name, so that one file cannot stand in for another. */
    private static byte[] hash(String name, byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update((name + "\n").getBytes(UTF_8));
        return digest.digest(content);
    }
}
