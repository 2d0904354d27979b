package dev.shipgate.cli.rules;

import dev.shipgate.cli.remote.ServiceClient;
import dev.shipgate.cli.remote.ServiceException;
import dev.shipgate.cli.remote.ServiceRequest;

/** A backtest that its service is told to cancel when the command is ended before it, as by Ctrl-C. */
final class CancelledOnExit {

    private final Thread cancel;

    CancelledOnExit(ServiceClient service, String path) {
        cancel = new Thread(
                () -> {
                    try {
                        service.send(ServiceRequest.end(path));
                    } catch (ServiceException e) {
                        // It ends by itself, a little later.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "cancel-backtest");
        Runtime.getRuntime().addShutdownHook(cancel);
    }

    /** It has ended, so there is nothing to cancel any more. */
    void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(cancel);
        } catch (IllegalStateException e) {
            // The program ends already.
        }
    }
}
