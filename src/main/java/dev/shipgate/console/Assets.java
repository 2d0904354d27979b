package dev.shipgate.console;

import dev.shipgate.hash.Sha256;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The addresses of styles, scripts and pictures. Browsers keep them for a day without asking, so the address of each
 * ends with a part of its hash: a new version of the service has new addresses.
 */
@TemplateExtension(namespace = "asset")
public final class Assets {

    private static final String FOLDER = "META-INF/resources";

    private static final int HASH_DIGITS = 12;

    private static final ConcurrentMap<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * The address of a file.
     *
     * @param path such as {@code /console/assets/console.css}
     * @throws IllegalStateException when it is not in the application
     */
    static String at(String path) {
        return ADDRESSES.computeIfAbsent(path, file -> file + "?v=" + hash(file));
    }

    private static String hash(String path) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                throw new IllegalStateException("There is no file " + path + " in the application");
            }
            byte[] hash = Sha256.digest().digest(file.readAllBytes());
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read", e);
        }
    }
}
