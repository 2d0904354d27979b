package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process had at most, as Linux counts it. */
final class PeakMemory {

    private PeakMemory() {}

    /** Of this process. */
    static long residentMib() throws IOException {
        return residentMib(ProcessHandle.current().pid());
    }

    static long residentMib(long pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(status -> status.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
}
