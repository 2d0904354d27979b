package dev.shipgate.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names the files of a ruleset have, and which other names were meant to be one. */
public final class RuleFileNames {

    private static final Pattern RIGHT = Pattern.compile(".*\\.(?:drl|test\\.yaml)", Pattern.DOTALL);

    private static final Pattern MEANT_AS_RULES =
            Pattern.compile("(?<name>.*)\\.drl(?:\\.txt)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern MEANT_AS_TESTS =
            Pattern.compile("(?<name>.*)[._]tests?\\.ya?ml(?:\\.txt)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern MEANT_AS_MAPPING =
            Pattern.compile("(?<name>imports/[^/]*)\\.ya?ml(?:\\.txt)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private RuleFileNames() {}

    /** Whether a file of this name is looked at: as a part of the ruleset, or to tell that it is none. */
    public static boolean isLookedAt(String path) {
        return isRight(path) || meant(path).isPresent();
    }

    private static boolean isRight(String path) {
        return RIGHT.matcher(path).matches() || RuleFile.isMapping(path);
    }

    /** The name that a file should have whose rules or tests would be passed over; empty when its name is right. */
    static Optional<String> meant(String path) {
        if (isRight(path)) {
            return Optional.empty();
        }
        Matcher rules = MEANT_AS_RULES.matcher(path);
        if (rules.matches()) {
            return Optional.of(rules.group("name") + ".drl");
        }
        Matcher tests = MEANT_AS_TESTS.matcher(path);
        if (tests.matches()) {
            return Optional.of(tests.group("name") + ".test.yaml");
        }
        Matcher mapping = MEANT_AS_MAPPING.matcher(path);
        return mapping.matches() ? Optional.of(mapping.group("name") + ".yaml") : Optional.empty();
    }
}
