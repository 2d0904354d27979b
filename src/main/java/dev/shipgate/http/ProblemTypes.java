package dev.shipgate.http;

import java.net.URI;

/** The {@code type} of a problem: stable, so that callers can tell problems of one status apart. */
public final class ProblemTypes {

    private ProblemTypes() {}

    public static URI of(String name) {
        return URI.create("urn:shipgate:problem:" + name);
    }
}
