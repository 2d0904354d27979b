package dev.shipgate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results, as a table in Markdown. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table() {
        lines.add("| measured | result | compared with | ratio | aim |");
        lines.add("|---|---|---|---|---|");
    }

    void row(String measured, String result, String comparedWith, String ratio, String aim) {
        lines.add("| " + String.join(" | ", measured, result, comparedWith, ratio, aim) + " |");
        System.err.println(lines.get(lines.size() - 1));
    }

    static String number(String format, double value, String unit) {
        return String.format(Locale.ROOT, format, value) + unit;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
