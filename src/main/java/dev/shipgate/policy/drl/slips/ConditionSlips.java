package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.MistypedWords;
import dev.shipgate.policy.drl.NumberSlips;
import dev.shipgate.policy.drl.RuleRegion;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text between the brackets of a fact that is no condition to the compiler. */
final class ConditionSlips implements CompileSlip {

    private static final Pattern NO_CONDITION = Pattern.compile("Predicate '(.+)' must be a Boolean expression");
    private static final Pattern ONE_SIGN = Pattern.compile("(?<![&|])[&|](?![&|])");
    private static final Pattern UNIT = Pattern.compile(".*Encountered unexpected token: \"(\\d+)([a-z]+)\" .*");
    private static final Pattern OF_TWO_COMPARISONS =
            Pattern.compile("The method (?:less|greater)\\w+\\(Number, Number\\) .*\\(boolean, .*");
    private static final Pattern CONTAINS_OF_MAP =
            Pattern.compile("Cannot use contains on class interface java\\.util\\.Map in "
                    + "expression '!?\\(?(?<map>\\w+) (?:not )?contains (?<key>[\\w.\"-]+)\\)?'");
    private static final String VALUE = "([\\w.$]+(?:\\[[^\\]\\n]*\\])?)";
    private static final Pattern TWO_COMPARISONS =
            Pattern.compile(VALUE + "\\s*([<>]=?)\\s*" + VALUE + "\\s*([<>]=?)\\s*" + VALUE);
    private static final Pattern MATCHES = Pattern.compile(VALUE + "\\s+(not\\s+)?matches\\b");
    private static final Pattern TEXT = Pattern.compile("\\s*(\"(?:\\\\.|[^\"\\\\\\n])*\")");

    private static final Map<String, String> TURNED_AROUND = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher condition = NO_CONDITION.matcher(error.message());
        if (condition.matches()) {
            return Optional.of(noCondition(error, condition.group(1)));
        }
        Matcher unit = UNIT.matcher(error.message());
        if (unit.matches()) {
            return error.region()
                    .find(Pattern.compile("\\b" + unit.group(1) + unit.group(2) + "\\b"))
                    .map(found -> error.at(found.start(), NumberSlips.unit(unit.group(1), unit.group(2))));
        }
        if (OF_TWO_COMPARISONS.matcher(error.message()).matches()) {
            return error.inConditions(TWO_COMPARISONS).map(found -> twoComparisons(error, found));
        }
        Matcher contains = CONTAINS_OF_MAP.matcher(error.message());
        if (contains.matches()) {
            return error.inConditions(Pattern.compile("\\b" + contains.group("map") + "\\s+(?:not\\s+)?contains\\b"))
                    .map(found -> error.at(
                            found.start(),
                            contains.group("map") + " holds entries by their names. Maybe " + contains.group("map")
                                    + "[\"" + contains.group("key").replace("\"", "") + "\"] != null?"));
        }
        return error.message().equals(ErrorText.MATCHES) ? matches(error) : Optional.empty();
    }

    private static Diagnostic noCondition(ErrorInRule error, String condition) {
        RuleRegion region = error.region();
        Optional<NumberSlips.Slip> comma =
                NumberSlips.comma(region.code(), region.conditionsStart(), region.conditionsEnd());
        if (comma.isPresent() && region.code().startsWith(condition, comma.get().end() - condition.length())) {
            return error.at(comma.get().start(), comma.get().message());
        }
        Optional<Matcher> sign = error.inConditions(ONE_SIGN);
        if (sign.isPresent() && ONE_SIGN.matcher(condition).find()) {
            String one = sign.get().group();
            return error.at(sign.get().start(), "Maybe " + one + one + " for " + one + "?");
        }
        int offset = Math.max(region.start(), region.source().indexOf(condition, region.start()));
        return error.at(
                offset,
                "This is no condition: " + condition
                        + ". Maybe each side needs its field, such as service == \"a\" || service == \"b\"?");
    }

    private static Diagnostic twoComparisons(ErrorInRule error, Matcher found) {
        String source = error.region().source();
        String between = source.substring(found.start(3), found.end(3));
        return error.at(
                found.start(),
                "Between two values stand two conditions. Maybe " + between + " "
                        + TURNED_AROUND.get(found.group(2)) + " " + source.substring(found.start(1), found.end(1))
                        + error.and() + between + " " + found.group(4) + " "
                        + source.substring(found.start(5), found.end(5)) + "?");
    }

    private static Optional<Diagnostic> matches(ErrorInRule error) {
        return error.inConditions(MATCHES).map(found -> {
            String source = error.region().source();
            Matcher text = TEXT.matcher(source).region(found.end(), source.length());
            String field = source.substring(found.start(1), found.end(1));
            return error.at(
                    found.start(),
                    "The operator matches cannot take a text. Maybe "
                            + MistypedWords.asCall(
                                    field, text.lookingAt() ? text.group(1) : "\"...\"", found.group(2) != null)
                            + "?");
        });
    }
}
