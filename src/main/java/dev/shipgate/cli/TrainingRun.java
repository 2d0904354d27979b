package dev.shipgate.cli;

import io.quarkus.runtime.QuarkusApplication;

/** A service that asks itself once, as a command does that has its address, and ends. */
public final class TrainingRun implements QuarkusApplication {

    /** @param arguments of the command */
    @Override
    public int run(String... arguments) {
        return ShipgateCommand.execute(arguments);
    }
}
