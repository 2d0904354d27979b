package dev.shipgate.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The keys of a service that is a process of its own, in a file.
 *
 * @param file need not be there before the first key
 */
public record ProcessKeys(Path file) {

    /** Adds a key, and gives its text. */
    public String add(String name, String... roles) throws IOException {
        ApiKey key = ApiKey.random();
        KeyFile.change(file, keys -> keys.with(key.stored(name, List.of(roles))));
        return key.text();
    }
}
