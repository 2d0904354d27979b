package dev.shipgate.retrystorm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Traffic recorded between a real client, service and dependency, with a second standing for a minute.
 *
 * @param minutes in their order, each labelled with the phase of the recording script at the time
 */
record Trace(List<Minute> minutes) {

    /** One line of the recording. */
    record Minute(int minute, long userTurns, long serviceAttempts, double dependencyErrorRate, String label) {}

    static Trace read(String name) {
        String path = "/samples/retry-storm/" + name + ".csv";
        try (InputStream file = Objects.requireNonNull(Trace.class.getResourceAsStream(path), path)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Trace(text.lines().skip(1).map(Trace::minute).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Minute minute(String line) {
        // minute,user_turns,service_attempts,dependency_errors,dependency_error_rate,label
        String[] columns = line.split(",", -1);
        return new Minute(
                Integer.parseInt(columns[0]),
                Long.parseLong(columns[1]),
                Long.parseLong(columns[2]),
                Double.parseDouble(columns[4]),
                columns[5]);
    }

    List<Integer> minutesLabelled(String label) {
        return minutes.stream()
                .filter(minute -> minute.label().equals(label))
                .map(Minute::minute)
                .toList();
    }

    String[] points() {
        return minutes.stream()
                .map(minute -> Traffic.point(
                        minute.minute(), minute.userTurns(), minute.serviceAttempts(), minute.dependencyErrorRate()))
                .toArray(String[]::new);
    }
}
