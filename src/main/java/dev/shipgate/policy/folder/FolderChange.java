package dev.shipgate.policy.folder;

import dev.shipgate.file.DurableFile;
import dev.shipgate.file.FileTree;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces the rule files of a folder, so that a stop at any moment leaves either the old ones, or enough to go on
 * to the new ones.
 *
 * <p>The new files are first written aside. One renaming then says that they are complete, and from there on
 * each process that looks at the folder moves them to their places before it reads anything. A lock keeps other
 * services away that use the same folder.
 */
public final class FolderChange implements AutoCloseable {

    private static final String LOCK = ".shipgate-lock";
    private static final String STAGED = ".shipgate-staged";
    private static final String READY = ".shipgate-ready";
    private static final String FILES = "files";
    private static final String REMOVED = "removed";

    /** No name of a file has it in it. */
    private static final String NUL = "\0";

    private final Path root;
    private final Path staged;
    private final FileChannel lock;

    private FolderChange(Path root, FileChannel lock) {
        this.root = root;
        this.staged = root.resolve(STAGED);
        this.lock = lock;
    }

    /**
     * Writes the new files aside. No file that is read as rules changes.
     *
     * @throws IOException when the folder cannot be written, something stands where a file is to be, or another
     *     service changes it
     */
    public static FolderChange stage(Path root, RulesetFiles before, RulesetFiles after) throws IOException {
        FolderChange change = new FolderChange(root, lock(root));
        boolean complete = false;
        try {
            if (Files.exists(root.resolve(READY), LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(root.resolve(READY) + " is in the way");
            }
            FileTree.delete(change.staged);
            change.write(before, after);
            complete = true;
            return change;
        } finally {
            if (!complete) {
                change.close();
            }
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        // Within a process changes come one after the other: to close a second channel would open the first one's lock.
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another service changes the folder");
        }
        return channel;
    }

    private void write(RulesetFiles before, RulesetFiles after) throws IOException {
        Map<String, String> gone = new HashMap<>();
        before.files().forEach(file -> gone.put(file.path(), file.sha256()));
        Files.createDirectories(staged.resolve(FILES));
        for (RuleFile file : after.files()) {
            if (!file.sha256().equals(gone.remove(file.path()))) {
                Path place = placeOf(root, file.path());
                Files.createDirectories(parent(place));
                requireReplaceable(place);
                write(staged.resolve(FILES).resolve(file.path()), file.text().getBytes(StandardCharsets.UTF_8));
            }
        }
        for (String path : gone.keySet()) {
            requireReplaceable(placeOf(root, path));
        }
        write(staged.resolve(REMOVED), String.join(NUL, gone.keySet()).getBytes(StandardCharsets.UTF_8));
        for (Path folder :
                FileTree.all(staged).stream().filter(Files::isDirectory).toList()) {
            DurableFile.sync(folder);
        }
    }

    /**
     * Where a rule file is, which is below the root. A file that is read through a link to a folder may be somebody
     * else's, and is not for publishers to change.
     */
    private static Path placeOf(Path root, String path) throws IOException {
        Path place = root.resolve(path).normalize();
        if (!RuleFileNames.isLookedAt(path) || !place.startsWith(root) || place.equals(root)) {
            throw new IOException(path + " is no rule file of this folder");
        }
        for (Path folder = parent(place); !folder.equals(root); folder = parent(folder)) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException(folder + " is a link to another folder");
            }
        }
        return place;
    }

    /** A change that cannot be done later must be noticed before anything is done. */
    private void requireReplaceable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder");
        }
        if (!Files.isWritable(parent(file))) {
            throw new IOException(parent(file) + " cannot be written");
        }
        if (!Files.getFileStore(parent(file)).equals(Files.getFileStore(root))) {
            throw new IOException(parent(file) + " is on another file system than " + root);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(parent(file));
        DurableFile.create(file, content);
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** Puts the new files in the place of the old ones. */
    public void complete() throws IOException {
        Files.move(staged, root.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
        DurableFile.sync(root);
        moveToTheirPlaces(root);
    }

    /** Lets others change the folder; without {@link #complete} it is left as it was. */
    @Override
    public void close() {
        try (lock) {
            FileTree.delete(staged);
        } catch (IOException e) {
            // The next change deletes it, and nobody reads it.
        }
    }

    /** Goes on with a change that was complete and has not come to its end. Does nothing if there is none. */
    public static void finish(Path root) throws IOException {
        if (Files.isDirectory(root.resolve(READY))) {
            FileChannel lock = lock(root);
            try (lock) {
                moveToTheirPlaces(root);
            }
        }
    }

    private static void moveToTheirPlaces(Path root) throws IOException {
        Path removed = root.resolve(READY).resolve(REMOVED);
        // Without it, all but the tidying up was done.
        if (Files.exists(removed)) {
            List<Path> changed = new ArrayList<>(moveNew(root));
            changed.addAll(deleteRemoved(root, Files.readString(removed)));
            syncFolders(root, changed);
            Files.delete(removed);
        }
        FileTree.delete(root.resolve(READY));
    }

    private static List<Path> moveNew(Path root) throws IOException {
        List<Path> moved = new ArrayList<>();
        Path files = root.resolve(READY).resolve(FILES);
        for (Path file : FileTree.all(files)) {
            if (Files.isRegularFile(file)) {
                Path place = placeOf(root, files.relativize(file).toString());
                Files.createDirectories(parent(place));
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
                moved.add(place);
            }
        }
        return moved;
    }

    private static List<Path> deleteRemoved(Path root, String removed) throws IOException {
        List<Path> deleted = new ArrayList<>();
        for (String path : removed.split(NUL, -1)) {
            Path gone = path.isEmpty() ? null : placeOf(root, path);
            if (gone != null && Files.deleteIfExists(gone)) {
                deleted.add(gone);
            }
        }
        return deleted;
    }

    /** All folders from those of the files up to the root, some of which may be new. */
    private static void syncFolders(Path root, List<Path> files) throws IOException {
        Set<Path> folders = new HashSet<>(Set.of(root));
        for (Path file : files) {
            for (Path folder = parent(file); folders.add(folder); folder = parent(folder)) {}
        }
        for (Path folder : folders) {
            DurableFile.sync(folder);
        }
    }
}
