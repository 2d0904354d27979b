package dev.shipgate.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Replaces the rule files of a folder, so that a stop at any moment leaves either the old ones, or enough to go on
 * to the new ones.
 *
 * <p>The new files are first written aside. One renaming then says that they are complete, and from there on
 * whoever looks at the folder moves them to their places before it reads anything.
 */
final class FolderChange {

    private static final String STAGED = ".shipgate-staged";
    private static final String READY = ".shipgate-ready";
    private static final String FILES = "files";
    private static final String REMOVED = "removed";

    private final Path root;
    private final Path staged;

    private FolderChange(Path root) {
        this.root = root;
        this.staged = root.resolve(STAGED);
    }

    /**
     * Writes what is new aside. Nothing that is read as rules changes.
     *
     * @throws IOException when the folder cannot be written, or something stands where a file is to be
     */
    static FolderChange stage(Path root, RulesetFiles before, RulesetFiles after) throws IOException {
        FolderChange change = new FolderChange(root);
        delete(change.staged);
        try {
            change.write(before, after);
            return change;
        } catch (IOException e) {
            change.discard();
            throw e;
        }
    }

    private void write(RulesetFiles before, RulesetFiles after) throws IOException {
        Map<String, String> gone = new HashMap<>();
        before.files().forEach(file -> gone.put(file.path(), file.sha256()));
        Files.createDirectories(staged.resolve(FILES));
        for (RuleFile file : after.files()) {
            if (!file.sha256().equals(gone.remove(file.path()))) {
                requirePlace(root.resolve(file.path()));
                write(staged.resolve(FILES).resolve(file.path()), file.text().getBytes(StandardCharsets.UTF_8));
            }
        }
        write(
                staged.resolve(REMOVED),
                String.join("\n", gone.keySet().stream().sorted().toList()).getBytes(StandardCharsets.UTF_8));
    }

    private static void requirePlace(Path file) throws IOException {
        Files.createDirectories(parent(file));
        if (Files.isDirectory(file) || !Files.isWritable(parent(file))) {
            throw new FileAlreadyExistsException(file.toString(), null, "no file can be written there");
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(parent(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** Puts the new files in the place of the old ones. */
    void complete() throws IOException {
        Files.move(staged, root.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
        finish(root);
    }

    /** Leaves the folder as it was. */
    void discard() {
        try {
            delete(staged);
        } catch (IOException e) {
            // The next change deletes it, and nobody reads it.
        }
    }

    /** Goes on with a change that was complete and has not come to its end. Does nothing if there is none. */
    static void finish(Path root) throws IOException {
        Path ready = root.resolve(READY);
        if (!Files.isDirectory(ready)) {
            return;
        }
        try {
            for (Path file : filesIn(ready.resolve(FILES))) {
                Path place = root.resolve(ready.resolve(FILES).relativize(file).toString());
                Files.createDirectories(parent(place));
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
            for (String path : Files.readAllLines(ready.resolve(REMOVED))) {
                if (RulesDirectory.isPartOfRuleset(path)) {
                    Files.deleteIfExists(root.resolve(path));
                }
            }
        } catch (NoSuchFileException e) {
            // Another service on the same folder does the same just now.
        }
        delete(ready);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
