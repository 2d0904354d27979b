package dev.shipgate.cli;

import io.quarkus.runtime.QuarkusApplication;

/** A service that is asked once, by the command in the same process, and then ends. */
public final class TrainingRun implements QuarkusApplication {

    /** @param arguments of the command */
    @Override
    public int run(String... arguments) {
        return ShipgateCommand.execute(arguments);
    }
}
