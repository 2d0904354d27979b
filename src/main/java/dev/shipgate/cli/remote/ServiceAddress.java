package dev.shipgate.cli.remote;

import dev.shipgate.setting.WebAddress;
import java.net.URI;

/**
 * The address of a service.
 *
 * @param uri without a slash at its end
 */
public record ServiceAddress(URI uri) {

    /**
     * Reads an address as people give it. Others on the machine can see the arguments of a program, so a password in it
     * is refused.
     *
     * @throws IllegalArgumentException when it can be none; the message says why
     */
    public static ServiceAddress parse(String text) {
        return new ServiceAddress(WebAddress.parse(text, "http://localhost:8080", "Maybe give the key in SHIPGATE_KEY?")
                .uri());
    }
}
