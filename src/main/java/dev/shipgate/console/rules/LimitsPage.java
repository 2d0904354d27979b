package dev.shipgate.console.rules;

import dev.shipgate.access.Roles;
import dev.shipgate.rulesets.KnownLimits;
import dev.shipgate.rulesets.KnownLimits.KnownLimit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The limits that the rules set: service by environment by route. */
@Path("/console/rules/limits")
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class LimitsPage {

    private final KnownLimits limits;

    LimitsPage(KnownLimits limits) {
        this.limits = limits;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "rules")
    static class Templates {
        private Templates() {}

        static native TemplateInstance limits(KnownLimits.Limits limits, List<ServiceLimits> services);
    }

    /**
     * The limits of one service.
     *
     * @param service empty for one that the rules do not name
     */
    record ServiceLimits(String service, List<LimitTable> tables) {}

    @GET
    public TemplateInstance limits() {
        KnownLimits.Limits known = limits.all();
        List<ServiceLimits> services = known.limits().stream()
                .collect(Collectors.groupingBy(
                        limit -> Objects.requireNonNullElse(limit.service(), ""),
                        LinkedHashMap::new,
                        Collectors.<KnownLimit>toList()))
                .entrySet()
                .stream()
                .map(service -> new ServiceLimits(service.getKey(), LimitTable.of(service.getValue())))
                .toList();
        return Templates.limits(known, services);
    }
}
