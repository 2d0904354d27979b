package dev.shipgate.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its owner has it: {@code sg_<id>_<secret>}.
 *
 * @param id by which its entry is found
 * @param secret 256 random bits in base64url, which nobody else knows
 */
public record ApiKey(String id, String secret) {

    /** The text that every key begins with, and no token does. */
    static final String PREFIX = "sg_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{12})_([A-Za-z0-9_-]{43})");

    private static final int ID_BYTES = 6;
    private static final int SALT_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    /** A new one that nobody has. */
    public static ApiKey random() {
        return new ApiKey(
                HexFormat.of().formatHex(randomBytes(ID_BYTES)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(SECRET_BYTES)));
    }

    /** Empty when the text is no key. */
    static Optional<ApiKey> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The form of the key that is to be kept. */
    public StoredKey stored(String name, List<String> roles) {
        byte[] salt = randomBytes(SALT_BYTES);
        HexFormat hex = HexFormat.of();
        return new StoredKey(
                name,
                id,
                roles,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                hex.formatHex(salt),
                hex.formatHex(StoredKey.hash(salt, secret)));
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** All of the key: only for its owner. */
    public String text() {
        return PREFIX + id + "_" + secret;
    }

    /** Without the secret, so that no log ever has it. */
    @Override
    public String toString() {
        return PREFIX + id + "_...";
    }
}
