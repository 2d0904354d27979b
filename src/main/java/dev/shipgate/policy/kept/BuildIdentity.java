package dev.shipgate.policy.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which build of the service this is: the facts, the list of what rules may use and the way rules are tested are
 * all of one build, and what an other build compiled or tested says nothing.
 */
public final class BuildIdentity {

    private BuildIdentity() {}

    /**
     * The hash of all that the build of a class has in its jar, or in its folder of classes.
     *
     * @return empty when it cannot be told
     */
    public static Optional<String> of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(hash(Path.of(source.getLocation().toURI())));
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private static String hash(Path build) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(build)) {
            byte[] content = Files.readAllBytes(file);
            digest.update((build.relativize(file) + " " + content.length + "\n").getBytes(UTF_8));
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path build) throws IOException {
        try (Stream<Path> files = Files.walk(build)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
