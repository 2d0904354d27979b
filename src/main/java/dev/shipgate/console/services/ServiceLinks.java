package dev.shipgate.console.services;

import dev.shipgate.console.PageAddress;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses of pages about services, whose names stand in the query, as they may hold any character. */
public final class ServiceLinks {

    private static final String SERVICES = "/console/services";

    private ServiceLinks() {}

    /** The page of a service. */
    public static URI service(String service) {
        return URI.create(SERVICES + "?service=" + PageAddress.encoded(service));
    }

    /** The page of a service, for one environment. */
    public static URI service(String service, String environment) {
        return URI.create(service(service) + "&environment=" + PageAddress.encoded(environment));
    }

    /** The same, with older releases. */
    static URI older(String service, @Nullable String environment, UUID before) {
        URI page = environment == null ? service(service) : service(service, environment);
        return URI.create(page + "&before=" + before);
    }

    /** The services after one. */
    static URI after(String service) {
        return URI.create(SERVICES + "?after=" + PageAddress.encoded(service));
    }

    static URI decision(UUID decision) {
        return URI.create("/console/decisions/" + decision);
    }
}
