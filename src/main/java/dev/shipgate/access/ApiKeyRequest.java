package dev.shipgate.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** To be told whose key this is. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String presented;

    /** @param presented the credential that the caller sent */
    ApiKeyRequest(String presented) {
        this.presented = presented;
    }

    String presented() {
        return presented;
    }
}
