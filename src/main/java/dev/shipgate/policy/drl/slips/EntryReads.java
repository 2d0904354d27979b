package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values under any name of a caller, read in {@code then} as if they were fields, {@code $metrics.ttft}, or as they are
 * read in {@code when}, {@code $metrics.others["ttft"]}.
 */
final class EntryReads implements CompileSlip {

    private static final Pattern NO_FIELD = Pattern.compile("(\\w+) cannot be resolved or is not a field");
    private static final Pattern NO_ARRAY = Pattern.compile(
            "The type of the expression must be an array type but it resolved to .*|The field \\w+\\.\\w+ is not visible"
                    + "|Type mismatch: cannot convert from String to int");
    private static final Pattern SQUARE_BRACKETS =
            Pattern.compile("(?<![$\\w.])([$\\w]++(?:\\.\\w++(?:\\(\\))?)*+)\\s*+\\[");
    private static final Pattern KEY = Pattern.compile("\\s*(\"[^\"\\n]*\"|[$\\w.()]+)\\s*\\]");

    private final ImportedFacts facts;

    EntryReads(ImportedFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher field = NO_FIELD.matcher(error.message());
        if (field.matches()) {
            return noField(error, field.group(1));
        }
        return NO_ARRAY.matcher(error.message()).matches() ? squareBrackets(error) : Optional.empty();
    }

    private Optional<Diagnostic> noField(ErrorInRule error, String name) {
        return error.inConsequence(Pattern.compile("([$\\w]+)\\." + Pattern.quote(name) + "\\b(?!\\s*\\()"))
                .flatMap(found -> error.kindOf(found.group(1))
                        .flatMap(facts::called)
                        .map(kind -> error.at(found.start(), MisspeltNames.noFieldInJava(kind, found.group(1), name))));
    }

    /** With the texts, which no code has. */
    private static Optional<Diagnostic> squareBrackets(ErrorInRule error) {
        return error.inConsequence(SQUARE_BRACKETS).flatMap(found -> {
            String source = error.region().source();
            String read = found.group(1);
            boolean isField = read.contains(".") && !read.endsWith(")");
            Matcher key = KEY.matcher(source).region(found.end(), source.length());
            return key.lookingAt()
                    ? Optional.of(error.at(
                            found.start(),
                            "In then an entry is read with get. Maybe " + read + (isField ? "()" : "")
                                    + ".get(" + key.group(1)
                                    + "), which is null where it is not sent?"))
                    : Optional.empty();
        });
    }
}
