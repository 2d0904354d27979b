package dev.shipgate.context;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers the facts that the service itself knows when it decides. Thread-safe. */
@ApplicationScoped
public class ServiceContext {

    private final ServiceTime time;
    private final boolean fourEyes;
    private final GrantedWaivers waivers;
    private final ShippedReleases releases;

    public ServiceContext(ServiceTime time, WaiversConfig config, GrantedWaivers waivers, ShippedReleases releases) {
        this.time = time;
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
        return time.at(at).withWaivers(counting, ofCaller).withShipped(releases.of(release));
    }

    private List<Waiver> valid(ReleaseName release, Instant at) {
        return release.service() == null ? List.of() : waivers.validAt(release.service(), at);
    }
}
