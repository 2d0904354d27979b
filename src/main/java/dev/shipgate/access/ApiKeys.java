package dev.shipgate.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All keys of a file.
 *
 * @param keys each with a name and an id of its own
 */
public record ApiKeys(@JsonProperty(required = true) List<StoredKey> keys) {

    /** No key. */
    public static final ApiKeys NONE = new ApiKeys(List.of());

    /** Compared with a secret whose id nobody has, so that this takes as long as if somebody had. */
    private static final StoredKey NOBODY = ApiKey.random().stored("nobody", List.of(Roles.EVALUATE));

    /**
     * Checks that no two keys can be taken for one another.
     *
     * @throws IllegalArgumentException when two keys have the same name or id
     */
    public ApiKeys {
        if (keys == null) {
            throw new IllegalArgumentException("The file must have a list \"keys\".");
        }
        Set<String> seen = new HashSet<>();
        for (StoredKey key : keys) {
            if (key == null) {
                throw new IllegalArgumentException("A key must not be null.");
            }
            if (!seen.add("name " + key.name()) || !seen.add("id " + key.id())) {
                throw new IllegalArgumentException(
                        "There is more than one key with the name or the id of the key \"" + key.name() + "\".");
            }
        }
        keys = List.copyOf(keys);
    }

    /** The key with a name. */
    public Optional<StoredKey> named(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** These keys and another one. */
    public ApiKeys with(StoredKey key) {
        return new ApiKeys(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    /** These keys but the one with a name. */
    public ApiKeys without(String name) {
        return new ApiKeys(keys.stream().filter(key -> !key.name().equals(name)).toList());
    }

    /** The entry that a caller's key was made with; empty when there is none. */
    Optional<StoredKey> of(ApiKey presented) {
        Optional<StoredKey> entry =
                keys.stream().filter(key -> key.id().equals(presented.id())).findFirst();
        boolean matches = entry.orElse(NOBODY).isOf(presented.secret());
        return matches ? entry : Optional.empty();
    }
}
