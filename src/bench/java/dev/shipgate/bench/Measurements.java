package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Measures the packaged service and prints one table. Started by {@code bench/run}, with the folder of the
 * project, {@code quick} or {@code full}, and the names of the measurements.
 */
public final class Measurements {

    private Measurements() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = new Settings(Path.of(arguments[0]).toAbsolutePath(), arguments[1].equals("quick"));
        Set<String> wanted = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        Table table = new Table();
        if (wanted.contains("http")) {
            new HttpComparison(settings).addTo(table);
        }
        if (wanted.contains("rules")) {
            new EvaluationResults(settings.jmhResults()).addTo(table);
        }
        if (wanted.contains("reload")) {
            new ReloadTime(settings).addTo(table);
        }
        if (wanted.contains("publish")) {
            new PublishTime(settings).addTo(table);
        }
        if (wanted.contains("load")) {
            new ReloadsUnderLoad(settings).addTo(table);
        }
        if (wanted.contains("audit")) {
            new AuditComparison(settings).addTo(table);
        }
        if (wanted.contains("earlier")) {
            new EarlierComparison(settings).addTo(table);
        }
        if (wanted.contains("store")) {
            new LargeStore(settings).addTo(table);
        }
        if (wanted.contains("console")) {
            new ConsolePages(settings).addTo(table);
        }
        if (wanted.contains("backtest")) {
            new BacktestSpeed(settings).addTo(table);
        }
        if (wanted.contains("start")) {
            new StartTime(settings).addTo(table);
        }
        if (wanted.contains("import")) {
            new ImportTime(settings).addTo(table);
        }
        System.out.println(table);
    }
}
