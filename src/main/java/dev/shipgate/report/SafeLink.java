package dev.shipgate.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that a report may link to: of web pages, and without a name before the host that looks like another. */
public final class SafeLink {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private static final int MAX_LENGTH = 2_000;

    private SafeLink() {}

    /** The address in ASCII; null when it is none to link to. */
    public static @Nullable String of(String address) {
        if (address.length() > MAX_LENGTH) {
            return null;
        }
        try {
            URI uri = new URI(address);
            boolean isWebPage = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
            return isWebPage ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
