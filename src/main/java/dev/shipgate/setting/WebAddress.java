package dev.shipgate.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The address of a service on the web, as people give it: http or https and a host, maybe a port and a path.
 *
 * @param uri without a slash at its end
 */
public record WebAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Reads an address.
     *
     * @param example an address that would be right, for the message
     * @param insteadOfPassword the sentence that tells people what to do who put a password into it
     * @throws IllegalArgumentException when it can be none; the message says why, and begins with {@code must}
     */
    public static WebAddress parse(String text, String example, String insteadOfPassword) {
        URI uri;
        try {
            uri = new URI(text.replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(isNone(text, example), e);
        }
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(isNone(text, example));
        }
        if (uri.getRawUserInfo() != null) {
            // The message does not repeat the address: others can see it.
            throw new IllegalArgumentException("must not have a user or a password in it. " + insteadOfPassword);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must end with a host, a port or a path, but is \"" + text + "\".");
        }
        return new WebAddress(uri);
    }

    private static String isNone(String text, String example) {
        return "must be an address such as " + example + ", but is \"" + text + "\".";
    }
}
