package dev.shipgate.ingest.k6;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.ColumnOfNumbers;
import dev.shipgate.ingest.table.CsvRows;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Points of {@code --out csv}: a row for each value. Columns after the first three are the tags that k6 sets itself,
 * then those of the test in one cell, {@code route=search&shop=3}, and metadata, which are no tags.
 */
final class CsvPoints {

    private static final String HEADER = "metric_name,timestamp,metric_value";
    private static final String EXTRA_TAGS = "extra_tags";

    /** No tag, as k6 does not count by it. */
    private static final String METADATA = "metadata";

    /** Of k6's time formats those that are numbers differ in their length: s, ms, us and ns since 1970. */
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);

    private static final int FEWEST_DIGITS_OF_SECONDS = 9;
    private static final int DIGITS_OF_A_THOUSAND = 3;
    private static final Pattern UNIX_TIME = Pattern.compile("\\d{9,11}|\\d{13}|\\d{16}|[1-8]\\d{18}");

    private final Predicate<String> wantedMetrics;
    private final Set<String> wantedTags;
    private final ColumnOfNumbers durations = new ColumnOfNumbers("metric_value of " + K6.DURATION);

    CsvPoints(Predicate<String> wantedMetrics, Set<String> wantedTags) {
        this.wantedMetrics = wantedMetrics;
        this.wantedTags = wantedTags;
    }

    static boolean areIn(String start) {
        return (start.startsWith("\uFEFF") ? start.substring(1) : start).startsWith(HEADER);
    }

    /** Reports each row, and how many lines there were. */
    long read(InputStream file, Consumer<PointLine> receiver) throws IOException {
        WholeLines lines = new WholeLines(file);
        long last = 1;
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            Columns columns = Columns.of(rows, wantedTags);
            while (rows.hasNext()) {
                CsvRows.Row row = rows.next();
                last = row.line();
                String metric = row.text(columns.metric());
                receiver.accept(wantedMetrics.test(metric) ? point(row, metric, columns) : new PointLine.Other(metric));
            }
        }
        lines.requireWhole();
        return last;
    }

    /**
     * The reason to wonder at the table that was read, as a sentence.
     *
     * @throws dev.shipgate.ingest.read.UnreadableResultException when nobody can say which durations are meant
     */
    Optional<String> remark() {
        return durations.check();
    }

    private PointLine.Point point(CsvRows.Row row, String metric, Columns columns) {
        Map<String, String> tags = new HashMap<>();
        columns.tags().forEach((tag, column) -> {
            String value = row.text(column);
            if (!value.isEmpty()) {
                tags.put(tag, value);
            }
        });
        if (columns.extraTags() >= 0) {
            addExtra(row.text(columns.extraTags()), tags);
        }
        double value = row.number(columns.value());
        if (metric.equals(K6.DURATION)) {
            durations.add(row.text(columns.value()), row.line());
        }
        return new PointLine.Point(row.line(), metric, time(row, columns.time()), value, tags);
    }

    /** k6 leaves {@code &} in values as it is, so that a part without a name belongs to the value before it. */
    private void addExtra(String text, Map<String, String> tags) {
        if (text.isEmpty()) {
            return;
        }
        String tag = "";
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                tag = part.substring(0, equals);
                if (wantedTags.contains(tag)) {
                    tags.putIfAbsent(tag, part.substring(equals + 1));
                }
            } else {
                tags.computeIfPresent(tag, (name, value) -> value + "&" + part);
            }
        }
    }

    /** As points of JSON have it, of whichever of k6's formats. */
    private static String time(CsvRows.Row row, int column) {
        String text = row.text(column);
        if (!UNIX_TIME.matches(text)) {
            return text;
        }
        ChronoUnit unit = UNITS.get(Math.max(0, text.length() - FEWEST_DIGITS_OF_SECONDS) / DIGITS_OF_A_THOUSAND);
        return Instant.EPOCH.plus(Long.parseLong(text), unit).toString();
    }

    /**
     * The places of columns.
     *
     * @param tags of those tags that are wanted
     * @param extraTags -1 for none
     */
    private record Columns(int metric, int time, int value, Map<String, Integer> tags, int extraTags) {

        static Columns of(CsvRows rows, Set<String> wantedTags) {
            Map<String, Integer> tags = new HashMap<>();
            for (String name : wantedTags) {
                if (rows.hasColumn(name) && !name.equals(EXTRA_TAGS) && !name.equals(METADATA)) {
                    tags.put(name, rows.column(name));
                }
            }
            return new Columns(
                    rows.column("metric_name"),
                    rows.column("timestamp"),
                    rows.column("metric_value"),
                    tags,
                    rows.hasColumn(EXTRA_TAGS) ? rows.column(EXTRA_TAGS) : -1);
        }
    }
}
