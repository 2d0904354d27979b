package dev.shipgate.cli.command;

import dev.shipgate.context.ServiceTime;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time that a command without a service tells rules. */
public final class CommandTime {

    private CommandTime() {}

    /**
     * It, in the time zone that the service here would have.
     *
     * @throws CommandFailure when the setting is no time zone
     */
    public static ServiceTime of() throws IOException {
        String zone = CommandConfig.of()
                .getOptionalValue(ServiceTime.TIME_ZONE, String.class)
                .orElse(ServiceTime.DEFAULT_TIME_ZONE);
        try {
            return new ServiceTime(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw CommandFailure.badInput("The setting " + ServiceTime.TIME_ZONE + " is \"" + zone
                    + "\". It must be a time zone, such as Europe/Berlin.");
        }
    }
}
