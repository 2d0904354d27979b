package dev.shipgate.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shipgate.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The stored form of an API key: enough to recognise the key, and too little to make it again.
 *
 * @param name the name of the caller whose key it is, 1 to 64 characters
 * @param id the part of the key by which its entry is found, 12 hexadecimal digits
 * @param roles one or more of {@link Roles#ALL}
 * @param createdAt when it was made
 * @param salt 16 bytes, hexadecimal
 * @param hash SHA-256 of the salt and the secret, hexadecimal
 */
public record StoredKey(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) List<String> roles,
        @JsonProperty(value = "created_at", required = true) Instant createdAt,
        @JsonProperty(required = true) String salt,
        @JsonProperty(required = true) String hash) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException when a value is missing or is not valid
     */
    public StoredKey {
        require(
                NAME,
                name,
                "name",
                "1 to 64 letters, digits, dots, hyphens, underscores or @, a letter or digit first");
        require(ID, id, "id", "12 hexadecimal digits");
        require(SALT, salt, "salt", "32 hexadecimal digits");
        require(HASH, hash, "hash", "64 hexadecimal digits");
        if (roles == null || roles.isEmpty() || !Roles.ALL.containsAll(roles)) {
            throw new IllegalArgumentException("The roles of the key \"" + name + "\" must be one or more of "
                    + String.join(", ", Roles.ALL) + ", but are " + roles + ".");
        }
        if (createdAt == null) {
            throw new IllegalArgumentException("The created_at of the key \"" + name + "\" must be a time.");
        }
        roles = roles.stream().distinct().toList();
    }

    private static void require(Pattern pattern, String value, String field, String right) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The " + field + " of a key must be " + right + ", but is \"" + value + "\".");
        }
    }

    /**
     * Whether it was made of this secret. Takes as long whether or not it was.
     *
     * <p>One round of SHA-256 is enough: a secret has 256 random bits, which nobody finds by trying. A slow hash is
     * for passwords that people choose, and here would only slow down the service.
     */
    boolean isOf(String secret) {
        HexFormat hex = HexFormat.of();
        return MessageDigest.isEqual(hex.parseHex(hash), hash(hex.parseHex(salt), secret));
    }

    static byte[] hash(byte[] salt, String secret) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        return digest.digest(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
