package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.syntax.FixedSet;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A value of a fixed set written as a text, without the name of the set, or under a name that it does not have. */
final class EnumSlips implements CompileSlip {

    private static final Pattern COMPARISON =
            Pattern.compile("\\b(\\w+)\\s*(==|!=)\\s*(?:\"(\\w*)\"|(?:\\w+\\.)*(\\w+))");
    private static final Pattern UNREADABLE = Pattern.compile("lambda expression| to U\\b|Analyse");
    private static final Pattern UNKNOWN_CONSTANT =
            Pattern.compile("Unknown field (\\w+) on class .*|(\\w+) cannot be resolved or is not a field");

    private final ImportedFacts facts;

    EnumSlips(ImportedFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher constant = UNKNOWN_CONSTANT.matcher(error.message());
        if (constant.matches()) {
            return unknownConstant(error, constant.group(1) == null ? constant.group(2) : constant.group(1));
        }
        return UNREADABLE.matcher(error.message()).find()
                ? error.region()
                        .allInConditionsAsWritten(COMPARISON)
                        .flatMap(found -> slip(error, found))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Diagnostic> slip(ErrorInRule error, MatchResult found) {
        String field = found.group(1);
        String value = found.group(3) != null ? found.group(3) : found.group(4);
        return facts.enumOf(field).stream()
                .map(FixedSet::new)
                .map(set -> error.at(
                        found.start(1),
                        set.noText(field)
                                + set.meant(value)
                                        .map(meant -> " Maybe " + field + " " + found.group(2) + " " + meant + "?")
                                        .orElse("")));
    }

    private Optional<Diagnostic> unknownConstant(ErrorInRule error, String constant) {
        Matcher written = Pattern.compile("([\\w.]+)\\." + constant + "\\b")
                .matcher(error.region().code())
                .region(error.region().start(), error.region().end());
        return written.results()
                .flatMap(found -> facts.enumCalled(found.group(1)).stream()
                        .map(FixedSet::new)
                        .map(set -> error.at(
                                found.start() + found.group(1).length() + 1,
                                "There is no " + constant + " in " + set.name() + ". There is "
                                        + String.join(", ", set.values()) + "."
                                        + set.meant(constant)
                                                .map(meant -> " Maybe " + meant + "?")
                                                .orElse(""))))
                .findFirst();
    }
}
