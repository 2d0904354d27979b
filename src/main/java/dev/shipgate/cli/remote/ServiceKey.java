package dev.shipgate.cli.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key or token that a caller has. Never an argument of a program, as everybody on a machine sees those. */
public final class ServiceKey {

    /** The environment variable that holds one. */
    public static final String VARIABLE = "SHIPGATE_KEY";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,8000}");

    private ServiceKey() {}

    /**
     * The key in a file, or else in the environment.
     *
     * @param file null when none is named
     * @return empty when there is none
     * @throws IllegalArgumentException when the text there can be no key; the message says why, and does not repeat it
     * @throws IOException when the file cannot be read
     */
    public static Optional<String> find(@Nullable Path file, Map<String, String> environment) throws IOException {
        if (file == null) {
            String key = environment.getOrDefault(VARIABLE, "").strip();
            return key.isEmpty() ? Optional.empty() : Optional.of(requireKey(key, VARIABLE));
        }
        try {
            return Optional.of(requireKey(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip(), "The file " + file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file + ".", e);
        }
    }

    private static String requireKey(String key, String place) {
        if (!VISIBLE.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    place + " must hold one key: visible ASCII characters, without spaces, on one line.");
        }
        return key;
    }
}
