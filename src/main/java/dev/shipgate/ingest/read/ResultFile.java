package dev.shipgate.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a tool.
 *
 * @param field the field of routes that it measures, where the caller says; null where the tool's own names say it
 * @param name as people know it
 * @param content opens it at its first byte
 */
public record ResultFile(@Nullable String field, String name, Content content) {

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }

    /** One in memory. */
    public static ResultFile of(@Nullable String field, String name, byte[] bytes) {
        return new ResultFile(field, name, () -> new ByteArrayInputStream(bytes));
    }

    /** One on disk, read as it is needed. */
    public static ResultFile of(@Nullable String field, Path path) {
        return new ResultFile(field, String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
    }

    public InputStream open() throws IOException {
        return content.open();
    }
}
