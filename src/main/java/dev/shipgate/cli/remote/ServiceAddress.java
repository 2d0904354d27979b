package dev.shipgate.cli.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The address of a service.
 *
 * @param uri without a slash at its end
 */
public record ServiceAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Reads an address as people give it.
     *
     * @throws IllegalArgumentException when it can be none; the message says why
     */
    public static ServiceAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text.replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(isNone(text), e);
        }
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(isNone(text));
        }
        if (uri.getRawUserInfo() != null) {
            // Others on the machine can see the arguments of a program. So a password is refused, and the message does
            // not repeat the address.
            throw new IllegalArgumentException(
                    "must not have a user or a password in it. Maybe give the key in SHIPGATE_KEY?");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must end with a host, a port or a path, but is \"" + text + "\".");
        }
        return new ServiceAddress(uri);
    }

    private static String isNone(String text) {
        return "must be an address such as http://localhost:8080, but is \"" + text + "\".";
    }
}
