package dev.shipgate.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shipgate.file.DurableFile;
import dev.shipgate.file.OwnerAlone;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The file in which keys are kept: JSON that people can read, and nobody but its owner. */
public final class KeyFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private KeyFile() {}

    /**
     * The keys in the content of such a file.
     *
     * @throws IllegalArgumentException when it is no such file; the message says why
     */
    static ApiKeys parse(byte[] content) {
        try {
            ApiKeys keys = JSON.readValue(content, ApiKeys.class);
            if (keys == null) {
                throw new IllegalArgumentException("It is empty.");
            }
            return keys;
        } catch (ValueInstantiationException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalArgumentException(cause.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Reads one.
     *
     * @throws IOException when it cannot be read, or is no such file; the message says why
     */
    public static ApiKeys read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            return parse(content);
        } catch (IllegalArgumentException e) {
            throw new IOException("The file " + file + " is no file of keys: " + e.getMessage(), e);
        }
    }

    /**
     * Changes a file, which need not be there, while nobody else does. A reader sees all of the old or all of the
     * new. A new one can be read by its owner alone; one that was there keeps its owner, group and permissions, so that
     * a service of another user still can read it.
     *
     * @param change makes the new keys of the old ones; the same ones when there is nothing to change
     * @return whether the keys are others now
     * @throws IOException when it cannot be read or written, or is no file of keys; the message says why
     */
    public static boolean change(Path file, UnaryOperator<ApiKeys> change) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        Path lockFile = folder.resolve("." + target.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Until the channel is closed.
            channel.lock();
            ApiKeys before = Files.exists(target) ? read(target) : ApiKeys.NONE;
            ApiKeys after = change.apply(before);
            if (!after.equals(before)) {
                write(target, after);
                return true;
            }
            return false;
        }
    }

    /** Replaces a file at once, and for good: a key that was revoked does not come back after a power cut. */
    static void write(Path target, ApiKeys keys) throws IOException {
        DurableFile.replaceOwned(target, JSON.writeValueAsBytes(keys));
    }

    /**
     * Why keys are not to be taken from a file; empty when nothing speaks against it. Whoever may write it could
     * let anybody in.
     */
    static Optional<String> distrust(Path file) throws IOException {
        Path target = file.toRealPath();
        Path folder = Objects.requireNonNull(target.getParent());
        if (OwnerAlone.isWrittenByOthers(target)) {
            return Optional.of("The file " + file
                    + " of keys can be written by others than its owner. Maybe chmod go-w " + file + "?");
        }
        return OwnerAlone.isReplacedByEverybody(folder)
                ? Optional.of(
                        "The file " + file + " of keys can be replaced by everybody, as its folder can be written by "
                                + "everybody. Maybe chmod o-w " + folder + "?")
                : Optional.empty();
    }
}
