package dev.shipgate.access;

import io.quarkus.security.ForbiddenException;
import java.util.List;

/** A request that needs several roles, of which its caller lacks one. */
final class RolesMissingException extends ForbiddenException {

    private static final long serialVersionUID = 1;

    private final transient List<String> needed;

    /** @param needed all of them */
    RolesMissingException(List<String> needed) {
        super("Not all of the roles " + needed);
        this.needed = List.copyOf(needed);
    }

    /** All roles that the request needs. */
    List<String> needed() {
        return needed;
    }
}
