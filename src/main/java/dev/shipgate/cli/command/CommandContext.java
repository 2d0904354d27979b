package dev.shipgate.cli.command;

import dev.shipgate.context.ServiceContext;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The facts beside the request that a command without a service gives to rules. */
public final class CommandContext {

    private CommandContext() {}

    /**
     * The source of these, in the time zone that the service here would have.
     *
     * @throws CommandFailure when the setting is no time zone
     */
    public static ServiceContext of() throws IOException {
        String zone = CommandConfig.of()
                .getOptionalValue(ServiceContext.TIME_ZONE, String.class)
                .orElse(ServiceContext.DEFAULT_TIME_ZONE);
        try {
            return new ServiceContext(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw CommandFailure.badInput("The setting " + ServiceContext.TIME_ZONE + " is \"" + zone
                    + "\". It must be a time zone, such as Europe/Berlin.");
        }
    }
}
