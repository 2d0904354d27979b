package dev.shipgate.access;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every request of a test class is sent with a key that has all roles. */
public final class AllRoles implements BeforeAllCallback, AfterAllCallback {

    /** The name of the caller that the key says the test is. */
    public static final String NAME = "key:release-bot";

    private static final Path FILE = Path.of("target", "all-roles", "keys.json").toAbsolutePath();
    private static final Path TEXT = FILE.resolveSibling("text");

    /** Starts the service on live rules, with the key. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            ApiKey key = ApiKey.random();
            try {
                Files.createDirectories(FILE.getParent());
                KeyFile.change(FILE, before -> new ApiKeys(List.of(key.stored("release-bot", Roles.ALL))));
                // The test may be loaded by another class loader than the profile is.
                Files.writeString(TEXT, key.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String> config = new HashMap<>(new LiveRules.Profile().getConfigOverrides());
            config.put("shipgate.access.keys-file", FILE.toString());
            return config;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        RestAssured.authentication = RestAssured.oauth2(key());
    }

    /** The key. */
    public static String key() throws IOException {
        return Files.readString(TEXT);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        RestAssured.authentication = RestAssured.DEFAULT_AUTH;
    }
}
