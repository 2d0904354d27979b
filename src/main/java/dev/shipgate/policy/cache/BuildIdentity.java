package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shipgate.hash.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The identity of this build of the service. The facts, the list of types and methods that rules may use and the way
 * rules are tested all belong to one build, so the compiled rules and passed tests of another build count for nothing.
 */
public final class BuildIdentity {

    private static final Logger LOG = Logger.getLogger(BuildIdentity.class);

    private BuildIdentity() {}

    /**
     * The hash of all that the jar of the service has in it, or its folder of classes.
     *
     * @return empty when it cannot be told
     */
    public static Optional<String> current() {
        try {
            return Optional.of(hash(Path.of(location())));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException | IOException e) {
            LOG.warnf(e, "Which build of the service this is cannot be told, so compiled rules are not kept");
            return Optional.empty();
        }
    }

    /**
     * The folder that the build leaves the program in, which also has its libraries.
     *
     * @return empty when this does not run from such a folder, as in a test
     */
    public static Optional<Path> programFolder() {
        try {
            Path jar = Path.of(location());
            return Files.isRegularFile(jar)
                    ? Optional.ofNullable(jar.getParent()).map(Path::getParent)
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException | IOException e) {
            LOG.debugf(e, "Where the program is cannot be told");
            return Optional.empty();
        }
    }

    /** Some class loaders load a class from outside a jar: then only its resource tells where it is. */
    private static URI location() throws URISyntaxException, IOException {
        CodeSource source = BuildIdentity.class.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
            return source.getLocation().toURI();
        }
        String name = "/" + BuildIdentity.class.getName().replace('.', '/') + ".class";
        URL resource = BuildIdentity.class.getResource(name);
        if (resource == null || !resource.toString().endsWith(name)) {
            throw new IOException("Its class " + name + " is at no known place: " + resource);
        }
        return new URI(resource.toString().substring(0, resource.toString().length() - name.length()));
    }

    private static String hash(Path build) throws IOException {
        MessageDigest digest = Sha256.digest();
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
}
