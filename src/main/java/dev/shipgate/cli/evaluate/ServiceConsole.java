package dev.shipgate.cli.evaluate;

import dev.shipgate.cli.command.CommandConfig;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.remote.ServiceAddress;
import dev.shipgate.console.link.ConsoleAddress;
import dev.shipgate.setting.WebAddress;
import java.io.IOException;

/** The console with the pages of the decisions that a service made for a command. */
final class ServiceConsole {

    private ServiceConsole() {}

    /**
     * The one that the setting names, or else the one at the address of the service: people may reach it at another one
     * than pipelines do.
     *
     * @throws CommandFailure when the setting is no address
     */
    static ConsoleAddress of(ServiceAddress service) throws IOException {
        try {
            return CommandConfig.of()
                    .getOptionalValue(ConsoleAddress.SETTING, String.class)
                    .map(ConsoleAddress::parse)
                    .orElseGet(() -> new ConsoleAddress(new WebAddress(service.uri())));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        }
    }
}
