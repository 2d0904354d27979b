package dev.shipgate.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Leads to another page. The address is relative, so that it stays with the host and the scheme that the browser used:
 * a proxy before the service may have others than those that arrive here.
 */
public final class SeeOther {

    private SeeOther() {}

    /** The answer that leads to a place of this service, such as {@code /console/rules}. */
    public static Response page(String place) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, place)
                .build();
    }

    /** The same. */
    public static Response page(URI place) {
        return page(place.toString());
    }
}
