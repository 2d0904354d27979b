package dev.shipgate.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the answers of one kind of evaluation are told. Each kind declares it: reports know sorts of lines, and no kind.
 *
 * @param name of the kind, such as {@code load_gate}
 * @param rulesFolder of its rules, such as {@code load-gate}
 * @param lines the lines that its answers have
 * @param parts the kinds of which its answers have a part each, under the name of the kind
 */
public record ReportedKind(String name, String rulesFolder, AnswerLines lines, List<ReportedKind> parts) {

    public ReportedKind {
        parts = List.copyOf(parts);
    }

    /** A kind whose answers have no parts. */
    public ReportedKind(String name, String rulesFolder, AnswerLines lines) {
        this(name, rulesFolder, lines, List.of());
    }

    /** The kind of a name: itself, or that of a part. */
    public ReportedKind named(String other) {
        return Stream.concat(Stream.of(this), parts.stream())
                .filter(kind -> kind.name().equals(other))
                .findFirst()
                .orElse(this);
    }

    /** A name of a kind for people: {@code Load gate}. */
    public static String title(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? "Answer" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
