package dev.shipgate.policy.folder;

import dev.shipgate.policy.RuleFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the files of a ruleset, and other names that were meant to be one. */
public final class RuleFileNames {

    private static final Pattern RIGHT = Pattern.compile(".*\\.(?:drl|test\\.yaml)", Pattern.DOTALL);

    /** The first that fits counts. YAML in a folder is always meant for the ruleset; beside the folders it is not. */
    private static final List<Mistake> MISTAKES = List.of(
            Mistake.of("(?<name>.*)\\.(?i:r?drl|dslr)", "%s.drl"),
            Mistake.of("(?<name>.*)[._](?i:tests?\\.(?:ya?ml|json))", "%s.test.yaml"),
            Mistake.of("(?i:imports?|mappings?)/(?:.*/)?(?<name>[^/]*)\\.(?i:ya?ml)", "imports/%s.yaml"),
            Mistake.of("(?<name>.*/[^/]+?)(?:[-._](?i:tests?|spec)|Tests?|Spec)?\\.(?i:ya?ml)", "%s.test.yaml"));

    /**
     * A way to miss a right name.
     *
     * @param name the pattern of the wrong names; its group {@code name} is the part that stays
     * @param right the format that makes the right name of that part
     */
    private record Mistake(Pattern name, String right) {

        static Mistake of(String name, String right) {
            return new Mistake(Pattern.compile("(?s)" + name + "(?:\\.(?i:txt))?"), right);
        }

        Optional<String> meant(String path) {
            Matcher matcher = name.matcher(path);
            return matcher.matches() ? Optional.of(right.formatted(matcher.group("name"))) : Optional.empty();
        }
    }

    private RuleFileNames() {}

    /** Whether a file of this name is looked at: as a part of the ruleset, or to tell that it is none. */
    public static boolean isLookedAt(String path) {
        return isRight(path) || meant(path).isPresent();
    }

    private static boolean isRight(String path) {
        return RIGHT.matcher(path).matches() || RuleFile.isMapping(path);
    }

    /** The name that a file should have whose rules or tests would be passed over; empty when its name is right. */
    public static Optional<String> meant(String path) {
        return isRight(path)
                ? Optional.empty()
                : MISTAKES.stream()
                        .flatMap(mistake -> mistake.meant(path).stream())
                        .findFirst();
    }
}
