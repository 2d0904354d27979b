package dev.shipgate.ingest;

import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.request.Quality;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.jmeter.JMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads one table of JMeter in a process of its own, and prints its routes, the seconds it took and the memory at most. */
public final class OneImport {

    private OneImport() {}

    public static void main(String[] arguments) throws IOException {
        ResultReader reader = new ResultReader(new ResultFormats(List.of(new JMeter())));
        long startNanos = System.nanoTime();
        LoadTestResult test = reader.loadTest(
                List.of(ResultFile.of(null, Path.of(arguments[0]))), null, Mapping.none(), Quality.NONE);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.println(test.routes().size() + " " + seconds + " " + PeakMemory.residentMib());
    }
}
