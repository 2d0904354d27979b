package dev.shipgate.context;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers the facts that the service itself knows when it decides. Thread-safe. */
@ApplicationScoped
public class ServiceContext {

    /** The key of the time zone in which rules are told the date, the day of the week and the hour. */
    public static final String TIME_ZONE = "shipgate.time-zone";

    /** The time zone where none is set. */
    public static final String DEFAULT_TIME_ZONE = "UTC";

    private final ZoneId zone;
    private final boolean fourEyes;
    private final GrantedWaivers waivers;
    private final ShippedReleases releases;

    public ServiceContext(
            @ConfigProperty(name = TIME_ZONE, defaultValue = DEFAULT_TIME_ZONE) ZoneId zone,
            WaiversConfig config,
            GrantedWaivers waivers,
            ShippedReleases releases) {
        this.zone = zone;
        this.fourEyes = config.fourEyes();
        this.waivers = waivers;
        this.releases = releases;
    }

    /**
     * The context of an evaluation. When what it needs cannot be read, this throws.
     *
     * @param release to be judged
     * @param caller the name of who asks
     * @param at when it is judged
     */
    public EvaluationContext of(ReleaseName release, String caller, Instant at) {
        List<Waiver> counting = new ArrayList<>();
        List<Waiver> ofCaller = new ArrayList<>();
        for (Waiver waiver : valid(release, at)) {
            if (release.isOf(waiver)) {
                (fourEyes && waiver.grantedBy().equals(caller) ? ofCaller : counting).add(waiver);
            }
        }
        return timeAlone(at).withWaivers(counting, ofCaller).withShipped(releases.of(release));
    }

    private List<Waiver> valid(ReleaseName release, Instant at) {
        return release.service() == null ? List.of() : waivers.validAt(release.service(), at);
    }

    /** The context of decisions from before there was any other: the time. */
    public EvaluationContext timeAlone(Instant at) {
        return EvaluationContext.at(at, zone);
    }
}
