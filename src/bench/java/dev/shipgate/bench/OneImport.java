package dev.shipgate.bench;

import dev.shipgate.ingest.jmeter.JMeter;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.ImportOptions;
import dev.shipgate.ingest.request.Imported;
import dev.shipgate.ingest.request.LoadTestImporter;
import dev.shipgate.ingest.request.Quality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads one table of JMeter in a process of its own, and prints its routes, the seconds it took and the memory at most.
 */
public final class OneImport {

    private OneImport() {}

    public static void main(String[] arguments) throws IOException {
        JMeter jmeter = new JMeter();
        LoadTestImporter importer = new LoadTestImporter(new ResultFormats(List.of(jmeter)));
        long startNanos = System.nanoTime();
        Imported imported = importer.read(
                List.of(ResultFile.of(null, Path.of(arguments[0]))),
                jmeter.name(),
                new ImportOptions(Mapping.none(), Quality.NONE, null));
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.println(imported.measured().size() + " " + seconds + " " + PeakMemory.residentMib());
    }
}
