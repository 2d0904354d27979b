package dev.shipgate.audit.store.database;

import dev.shipgate.file.OwnerAlone;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The folder and the files of an embedded database, made for their owner alone: they have all that was decided, and
 * who may write them could change it.
 */
record SqliteFiles(Path folder, Path database) {

    private static final Logger LOG = Logger.getLogger(SqliteFiles.class);
    private static final String LOCK = "audit.lock";

    /** Makes the folder if it is not there, and takes it for this process; null when another has it. */
    @Nullable
    FileChannel lock() throws IOException {
        makeFolder();
        Path file = folder.resolve(LOCK);
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerAlone.file(file));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process has it itself.
        }
        channel.close();
        return null;
    }

    private void makeFolder() throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, OwnerAlone.folder(folder));
        }
    }

    /**
     * Makes an empty database if there is none. The files that SQLite puts beside it get its permissions.
     *
     * @return whether there was none
     */
    boolean makeDatabase() throws IOException {
        if (Files.exists(database)) {
            return false;
        }
        Files.createFile(database, OwnerAlone.file(database));
        return true;
    }

    /** Others may have been let in on purpose, such as for a backup. */
    void warnOfOthers() throws IOException {
        for (Path path : List.of(folder, database)) {
            OwnerAlone.wider(path)
                    .ifPresent(permissions -> LOG.warnf(
                            "Others than its owner have permissions for %s, which has all that was decided: %s. "
                                    + "Maybe chmod go= %s?",
                            path, permissions, path));
        }
    }
}
