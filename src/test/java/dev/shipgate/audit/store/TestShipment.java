package dev.shipgate.audit.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shipgate.audit.record.ReleaseEvent;
import dev.shipgate.audit.store.record.NewRecord.ShippedRecord;
import dev.shipgate.context.MeasuredRoute;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.releases.ShippedMark;
import dev.shipgate.releases.ShippedMark.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mark of a release, in the form that the service gives it. */
public final class TestShipment {

    public static final String CALLER = "release-bot";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private TestShipment() {}

    /** By the decision of this many milliseconds after 1970, which showed a latency of as many milliseconds. */
    public static ShippedMark mark(@Nullable String service, @Nullable String environment, int millis) {
        return mark(service, environment, "1." + millis, millis);
    }

    /** The same of a version. */
    public static ShippedMark mark(
            @Nullable String service, @Nullable String environment, @Nullable String version, int millis) {
        UUID decision = TestDecision.id(millis);
        MeasuredRoute route = new MeasuredRoute("find", (double) millis, 0.0, 0.0, 0.0, Map.of());
        return new ShippedMark(
                decision,
                "load_gate",
                service,
                environment,
                version,
                Instant.ofEpochMilli(millis),
                CALLER,
                Source.MARKED,
                ReleaseMeasurements.ofRoutes(List.of(route)));
    }

    public static ShippedRecord record(ShippedMark mark) {
        return new ReleaseEvent(JSON).shipped(mark);
    }
}
