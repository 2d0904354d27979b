package dev.shipgate.bench;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.SqliteDatabase;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.bench.StoreTemplates.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A store of many decisions, which repeat some that the service made. */
final class FilledStore {

    static final long SEED = 20_261_125;

    private FilledStore() {}

    /** Fills a folder that has no store yet, and says how many seconds it took to write. */
    static double fill(Settings settings, Path data) throws IOException, InterruptedException {
        List<Template> templates;
        byte[] rulesetFiles;
        Path small = Files.createTempDirectory(data, "templates");
        try (PackagedService service =
                PackagedService.start(settings.application(), settings.rules(), Map.of(), small)) {
            service.firstDecision("/v1/load-gate", "{}".getBytes(StandardCharsets.UTF_8));
            templates = new StoreTemplates(SEED).of(service);
        }
        try (Database database = new SqliteDatabase(small)) {
            String version = templates.get(0).head().at("/ruleset/version").asText();
            rulesetFiles = new RecordReader(database).ruleset(version).orElseThrow();
        }
        Folders.delete(small);
        long startNanos = System.nanoTime();
        try (Database database = new SqliteDatabase(data)) {
            new StoreFill(templates, rulesetFiles, settings.decisions()).run(database);
        }
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
