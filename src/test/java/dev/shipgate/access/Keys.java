package dev.shipgate.access;

import static io.restassured.RestAssured.given;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service that takes keys, one for each role, and tokens of an issuer. */
public final class Keys {

    private static final Path FILE = Path.of("target", "keys", "keys.json").toAbsolutePath();
    private static final Path TEXTS = FILE.resolveSibling("texts");

    /** The name of the key that has these two roles. */
    static final String AUDIT_AND_AUTHOR = Roles.AUDIT + "," + Roles.AUTHOR;

    private Keys() {}

    /** Starts the service with a new key for each role, whose name is that of the role, and one with two roles. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new LiveRules.Profile().getConfigOverrides());
            ApiKeys keys = ApiKeys.NONE;
            for (String role : Roles.ALL) {
                keys = with(keys, role, role);
            }
            keys = with(keys, AUDIT_AND_AUTHOR, Roles.AUDIT, Roles.AUTHOR);
            write(keys);
            config.put("shipgate.access.keys-file", FILE.toString());
            config.put("shipgate.access.requests-per-second", "20");
            config.put("shipgate.access.burst", "200");
            config.put("shipgate.access.max-concurrent-requests", "4");
            config.putAll(TestIssuer.start());
            return config;
        }
    }

    private static ApiKeys with(ApiKeys before, String name, String... roles) {
        ApiKey key = ApiKey.random();
        try {
            Files.createDirectories(TEXTS);
            // The test may be loaded by another class loader than the profile is.
            Files.writeString(TEXTS.resolve(name), key.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return before.with(key.stored(name.replace(',', '-'), List.of(roles)));
    }

    /** Adds a key to those that there are, and gives its text. */
    public static String add(String name, String... roles) {
        write(with(stored(), name, roles));
        return text(name);
    }

    /** Takes a key away. */
    public static void remove(String name) {
        write(stored().without(name));
    }

    static ApiKeys stored() {
        try {
            return KeyFile.read(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(ApiKeys keys) {
        try {
            KeyFile.write(FILE, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file() {
        return FILE;
    }

    public static String text(String name) {
        try {
            return Files.readString(TEXTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request with a key or token; the empty text is none. */
    public static RequestSpecification with(String credential) {
        return credential.isEmpty() ? given() : given().header("Authorization", "Bearer " + credential);
    }

    static String issuer() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }
}
