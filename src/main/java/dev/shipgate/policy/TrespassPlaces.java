package dev.shipgate.policy;

import dev.shipgate.policy.ParsedDrl.ParsedRule;
import dev.shipgate.policy.confinement.Trespass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells where in the rule files the things are that rules may not use. */
final class TrespassPlaces {

    /** What to write instead, by the beginning of what is not allowed. */
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("java.lang.System.", "A rule sees facts, and nothing of the machine."),
            Map.entry("java.time.", "Time is a fact: take it from the request."),
            Map.entry(
                    "java.util.Date",
                    "Time is a fact: take it from the request, and use java.time.LocalDate or Instant."),
            Map.entry("java.util.Set.of", "Its order is another each time. Maybe List.of, or new TreeSet()?"),
            Map.entry("java.util.Map.of", "Its order is another each time. Maybe new TreeMap()?"),
            Map.entry("java.util.stream.", "Maybe accumulate, or a loop?"),
            Map.entry("java.util.List.stream", "Maybe accumulate, or a loop?"),
            Map.entry("java.lang.Object.hashCode", "It is another each time."),
            Map.entry("an array of arrays", "Maybe a list of lists?"),
            Map.entry("org.drools.", "Maybe insert, update, modify or delete?"),
            Map.entry("org.kie.", "Maybe insert, update, modify or delete?"),
            Map.entry("synchronized", "A rule is alone with its facts."));

    private static final String CODE = "not-allowed";
    private static final Pattern NO_NAME = Pattern.compile("\\W+");

    private final List<ParsedDrl> files;
    private final RuleOfMethod rules;

    TrespassPlaces(List<ParsedDrl> files, Function<String, byte @Nullable []> bytesOfClass) {
        this.files = files;
        this.rules = new RuleOfMethod(
                files.stream()
                        .flatMap(file -> file.rules().stream())
                        .map(rule -> rule.info().rule())
                        .collect(Collectors.toUnmodifiableSet()),
                bytesOfClass);
    }

    /** One diagnostic for each thing in each rule. */
    List<Diagnostic> diagnostics(List<Trespass> trespasses) {
        return trespasses.stream().map(this::diagnostic).distinct().toList();
    }

    private Diagnostic diagnostic(Trespass trespass) {
        String message = "Rules must not use " + trespass.what() + ". " + hint(trespass.what());
        Optional<String> name = rules.find(trespass.className(), trespass.method());
        for (ParsedDrl file : files) {
            for (ParsedRule rule : file.rules()) {
                if (name.isPresent() && rule.info().rule().equals(name.get())) {
                    Place start = new Place(rule.info().line(), 1);
                    return file.error(
                            search(file, trespass, start.line(), rule.endLine()).orElse(start), rule, CODE, message);
                }
            }
        }
        List<ParsedDrl> candidates = files.stream()
                .filter(file -> mayHold(file, trespass.className()))
                .toList();
        for (ParsedDrl file : candidates) {
            Optional<Place> place = search(file, trespass, 1, file.lines().length);
            if (place.isPresent()) {
                return file.error(place.get(), null, CODE, message);
            }
        }
        ParsedDrl any = candidates.isEmpty() ? files.get(0) : candidates.get(0);
        return any.error(new Place(1, 1), null, CODE, message);
    }

    /** What is in no rule is in a function or a declared type of a file of the same package. */
    private static boolean mayHold(ParsedDrl file, String className) {
        return file.rules().isEmpty()
                || className.startsWith(file.rules().get(0).info().packageName() + ".");
    }

    private static String hint(String what) {
        return HINTS.entrySet().stream()
                .filter(hint -> what.startsWith(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("They see facts and compute with them; docs/security.md lists what they may use.");
    }

    /** Where the name of the member stands, or that of its type. */
    private static Optional<Place> search(ParsedDrl file, Trespass trespass, int firstLine, int lastLine) {
        String[] names = NO_NAME.split(trespass.what(), 0);
        String[] lines = file.lines();
        for (int i = names.length - 1; i >= Math.max(0, names.length - 2); i--) {
            Pattern name = Pattern.compile("\\b" + Pattern.quote(names[i]) + "\\b");
            Optional<Place> place = Place.find(name, lines, firstLine, lastLine);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }
}
