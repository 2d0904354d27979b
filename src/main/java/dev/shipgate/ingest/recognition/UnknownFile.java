package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.MissingColumns;
import dev.shipgate.ingest.tool.FileStart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message about a file that no reader takes: the kind of the file, where that is known, and how it starts, where it
 * is not.
 */
public final class UnknownFile {

    private static final List<KnownForm> KNOWN = Stream.of(
                    KnownFiles.all(), KnownResults.all(), KnownOtherTools.all(), KnownPrograms.all())
            .flatMap(List::stream)
            .toList();

    private static final int LINES_SHOWN = 3;
    private static final int FIELDS_SHOWN = 10;

    private UnknownFile() {}

    /**
     * A refusal.
     *
     * @param wanted as a noun: {@code the result of a tool}
     * @param columns those of a table that would be read; none when no table of people's own is
     */
    public static UnreadableResultException refusal(FileStart start, String wanted, List<String> columns) {
        Optional<String> missing = MissingColumns.describe(columns, start.columns());
        return new UnreadableResultException(KNOWN.stream()
                .filter(form -> form.recognises().test(start))
                .map(KnownForm::what)
                .findFirst()
                .or(() -> start.hasAnyColumn(columns) ? missing : Optional.empty())
                .or(() -> OwnFiles.describe(start))
                .or(() -> start.isTableOfNumbers() ? missing : Optional.empty())
                .orElseGet(() -> "This is not recognised as " + wanted + ". " + shown(start)
                        + " What is read is in shipgate check --help and in docs/imports.md. Maybe name the format?"));
    }

    private static String shown(FileStart start) {
        if (start.isJsonObject() && !start.fields().isEmpty()) {
            return "It is a JSON object with the fields "
                    + ShortText.of(start.fields().stream().limit(FIELDS_SHOWN).collect(Collectors.joining(", "))) + ".";
        }
        return "It starts with "
                + start.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(LINES_SHOWN)
                        .map(line -> "\"" + ShortText.of(line) + "\"")
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
