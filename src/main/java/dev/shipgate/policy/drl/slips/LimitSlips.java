package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A limit of a budget compared as if it were a number: it is a number and its source, and may not be there. */
final class LimitSlips implements CompileSlip {

    /** By its name, as it is a fact of the evaluations, which this package does not know. */
    private static final String LIMIT = "dev.shipgate.decision.Limit";

    private static final Pattern COMPARISON = Pattern.compile("([\\w.$]+)\\s*([<>]=?|==|!=)\\s*([\\w.$]+)");
    private static final Pattern READ_IN_JAVA = Pattern.compile("([\\w$]+\\.\\w+\\(\\s*\\))\\s*[-+*/<>=!]");
    private static final Pattern OF_JAVA =
            Pattern.compile("The operator \\S+ is undefined for the argument type\\(s\\) .*\\bLimit\\b.*");

    private final ImportedFacts facts;

    LimitSlips(ImportedFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        if (OF_JAVA.matcher(error.message()).matches()) {
            return error.inConsequence(READ_IN_JAVA)
                    .map(found -> error.at(
                            found.start(),
                            message(
                                    found.group(1),
                                    found.group(1) + " != null && " + found.group(1) + ".value() ...")));
        }
        return error.message().contains(LIMIT)
                ? error.allInConditions(COMPARISON)
                        .flatMap(found -> slip(error, found))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Diagnostic> slip(ErrorInRule error, MatchResult found) {
        String left = found.group(1);
        String right = found.group(3);
        boolean isLeft = isLimit(error, found, 1);
        if (isLeft == isLimit(error, found, 3) || left.equals("null") || right.equals("null")) {
            return Stream.empty();
        }
        String field = isLeft ? left : right;
        String compared =
                (isLeft ? left + ".value" : left) + " " + found.group(2) + " " + (isLeft ? right : right + ".value");
        return Stream.of(
                error.at(found.start(isLeft ? 1 : 3), message(field, field + " != null" + error.and() + compared)));
    }

    private boolean isLimit(ErrorInRule error, MatchResult found, int group) {
        return facts.has(error.kindAround(found.start()), found.group(group), LIMIT);
    }

    private static String message(String field, String meant) {
        return field + " is a limit and who set it. Maybe " + meant + "?";
    }
}
