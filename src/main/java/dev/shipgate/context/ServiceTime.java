package dev.shipgate.context;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells rules the time in the time zone of the service. Thread-safe. */
@ApplicationScoped
public class ServiceTime {

    /** The key of the time zone in which rules are told the date, the day of the week and the hour. */
    public static final String TIME_ZONE = "shipgate.time-zone";

    /** The time zone where none is set. */
    public static final String DEFAULT_TIME_ZONE = "UTC";

    private final ZoneId zone;

    public ServiceTime(@ConfigProperty(name = TIME_ZONE, defaultValue = DEFAULT_TIME_ZONE) ZoneId zone) {
        this.zone = zone;
    }

    /** The time alone, without waivers and shipped releases. */
    public EvaluationContext at(Instant instant) {
        return EvaluationContext.at(instant, zone);
    }
}
