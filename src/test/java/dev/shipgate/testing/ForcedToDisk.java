package dev.shipgate.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Which files and folders were forced to the disk, as the platform's own recorder saw it: a power cut spares those. */
public final class ForcedToDisk {

    private static final String FORCED = "jdk.FileForce";

    private ForcedToDisk() {}

    /** The work that is watched. */
    @FunctionalInterface
    public interface Work {

        void run() throws Exception;
    }

    /** In this order, those of a folder by their names, and the folder itself as a dot. */
    public static List<String> during(Path folder, Work work) throws Exception {
        Path dump = Files.createTempFile("forced-", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(FORCED).withoutThreshold().withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(dump);
            return forced(dump, folder);
        } finally {
            Files.delete(dump);
        }
    }

    private static List<String> forced(Path dump, Path folder) throws IOException {
        return RecordingFile.readAllEvents(dump).stream()
                .filter(event -> event.getEventType().getName().equals(FORCED))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .map(event -> Path.of(Objects.requireNonNull(event.getString("path"))))
                .filter(path -> path.startsWith(folder))
                .map(path -> path.equals(folder) ? "." : folder.relativize(path).toString())
                .toList();
    }
}
