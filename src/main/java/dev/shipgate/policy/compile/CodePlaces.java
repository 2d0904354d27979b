package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.ParsedDrl.ParsedRule;
import dev.shipgate.policy.drools.RuleOfMethod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells where in the rule files that is from which a compiled method was made. */
final class CodePlaces {

    private final List<ParsedDrl> files;
    private final RuleOfMethod rules;

    CodePlaces(List<ParsedDrl> files, Function<String, byte @Nullable []> bytesOfClass) {
        this.files = files;
        this.rules = new RuleOfMethod(
                files.stream()
                        .flatMap(file -> file.rules().stream())
                        .map(rule -> rule.info().rule())
                        .collect(Collectors.toUnmodifiableSet()),
                bytesOfClass);
    }

    /** A problem where the first of some patterns stands in the text of a method; at its beginning, if none does. */
    Diagnostic error(String className, String method, List<Pattern> sought, String code, String message) {
        Optional<String> name = rules.find(className, method);
        for (ParsedDrl file : files) {
            for (ParsedRule rule : file.rules()) {
                if (name.isPresent() && rule.info().rule().equals(name.get())) {
                    Place start = new Place(rule.info().line(), 1);
                    return file.error(
                            search(file, sought, start.line(), rule.endLine()).orElse(start), rule, code, message);
                }
            }
        }
        List<ParsedDrl> candidates =
                files.stream().filter(file -> mayHold(file, className)).toList();
        for (ParsedDrl file : candidates) {
            Optional<Place> place = search(file, sought, 1, file.lines().length);
            if (place.isPresent()) {
                return file.error(place.get(), null, code, message);
            }
        }
        ParsedDrl any = candidates.isEmpty() ? files.get(0) : candidates.get(0);
        return any.error(new Place(1, 1), null, code, message);
    }

    /** Code that is in no rule is in a function or a declared type of a file of the same package. */
    private static boolean mayHold(ParsedDrl file, String className) {
        return file.rules().isEmpty()
                || className.startsWith(file.rules().get(0).info().packageName() + ".");
    }

    private static Optional<Place> search(ParsedDrl file, List<Pattern> sought, int firstLine, int lastLine) {
        String[] lines = file.lines();
        return sought.stream()
                .map(pattern -> Place.find(pattern, lines, firstLine, lastLine))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
