package dev.shipgate.audit.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database file that was opened: one that has been deleted, replaced or protected can still be written. */
final class SqliteOpenFile implements Chain.OpenDatabase {

    private final Path file;
    private final FileChannel lock;
    private @Nullable Object identity;
    private @Nullable Connection anchor;

    /** @param lock of the writer, which is given back at the end */
    SqliteOpenFile(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    boolean hasAnchor() {
        return anchor != null;
    }

    /** Takes a reader that stays open as long as the file is written. */
    void anchor(Connection reader) {
        anchor = reader;
    }

    /** Remembers which file it is now. */
    void identify() throws SQLException {
        identity = identityNow();
    }

    private @Nullable Object identityNow() throws SQLException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new SQLException("The database file is gone", e);
        }
    }

    @Override
    public void requirePresent() throws SQLException {
        Object now = identityNow();
        if (now != null && !now.equals(identity)) {
            throw new SQLException("The database file was replaced");
        }
        // An open file could still be written, against the will of the person who took the permission away.
        if (!Files.isWritable(file)) {
            throw new SQLException("The database file may not be written");
        }
    }

    @Override
    public @Nullable Long nextInSequence() {
        return null;
    }

    @Override
    public void settle() throws SQLException {
        requirePresent();
        closeAnchor();
    }

    private void closeAnchor() throws SQLException {
        if (anchor != null) {
            anchor.close();
            anchor = null;
        }
    }

    @Override
    public void close() throws SQLException {
        try (lock) {
            closeAnchor();
        } catch (IOException e) {
            throw new SQLException("The lock of the database could not be released", e);
        }
    }
}
