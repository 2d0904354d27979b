package dev.shipgate.policy.live;

import dev.shipgate.testing.ServiceProcess;
import java.time.Duration;

/** Asks a service five times a second whether it lives, and knows how long it did not answer. */
final class LiveWatch implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;

    private final ServiceProcess service;
    private final Thread asking = new Thread(this::ask, "live-watch");
    private volatile long lastAnswerNanos = System.nanoTime();
    private volatile long longestNanos;

    LiveWatch(ServiceProcess service) {
        this.service = service;
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        while (!asking.isInterrupted()) {
            if (service.status("/q/health/live") == 200) {
                longestNanos = Math.max(longestNanos, System.nanoTime() - lastAnswerNanos);
                lastAnswerNanos = System.nanoTime();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Between two answers, or since the last one. */
    Duration longestSilence() {
        return Duration.ofNanos(Math.max(longestNanos, System.nanoTime() - lastAnswerNanos));
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
