package dev.shipgate.cli.remote;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * How often a request is sent again that may be, and how long that waits.
 *
 * @param most how often at most; 0 or more
 * @param news is told about each
 */
public record Retries(int most, Consumer<String> news) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Checks that the number is one. */
    public Retries {
        if (most < 0) {
            throw new IllegalArgumentException("must be 0 or more, but is " + most + ".");
        }
    }

    static boolean help(int status) {
        return status == 429 || status == 503;
    }

    /**
     * Waits before a request is sent again.
     *
     * @param number from 1
     */
    void waitBefore(int number, String reason, Duration wait) throws InterruptedException {
        news.accept(reason + " Trying again in " + wait.toSeconds() + " s (" + number + " of " + most + ").");
        Thread.sleep(wait.toMillis());
    }

    /** As long as the service says, within reason; else 1 s, then twice as long each time. */
    static Duration wait(int number, HttpHeaders headers) {
        OptionalLong retryAfter = seconds(headers.firstValue("Retry-After").orElse(""));
        return retryAfter.isPresent() ? atMost(Duration.ofSeconds(retryAfter.getAsLong())) : wait(number);
    }

    static Duration wait(int number) {
        return atMost(Duration.ofSeconds(1L << Math.min(number - 1, 10)));
    }

    private static Duration atMost(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static OptionalLong seconds(String text) {
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
