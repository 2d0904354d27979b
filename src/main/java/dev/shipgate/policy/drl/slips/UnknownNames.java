package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.text.NearestName;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name that stands for nothing where it is: a text without quotes, a field in {@code then}, a {@code $} left out. */
final class UnknownNames implements CompileSlip {

    private static final Pattern METHOD =
            Pattern.compile("The method (\\w+)\\(.*\\) is undefined for the type Rules[0-9A-F]{32}.*");
    private static final Pattern VARIABLE = Pattern.compile("([\\w$]+) cannot be resolved to a variable");
    private static final Pattern UNANALYSED = Pattern.compile("Unable to Analyse Expression .*");
    private static final Pattern NAME = Pattern.compile("\\$\\w+");
    private static final Pattern VALUE = Pattern.compile(
            "Unable to Analyse Expression (?<field>.+?) (?:[<>]=?|==|!=) (?<value>[A-Za-z_]\\w*(?: - \\w+)*):?");

    /** The names that other languages have for {@code insert}. */
    private static final Set<String> INSERTS =
            Set.of("add", "put", "emit", "append", "assertfact", "insertfact", "insert", "report", "create");

    private static final Map<String, String> LITERALS = Map.of(
            "True", "true", "TRUE", "true", "False", "false", "FALSE", "false", "Null", "null", "NULL", "null", "None",
            "null", "nil", "null");

    private static final String GIVEN = "A fact or a field gets its name in when, such as $p95 : p95Ms.";

    private final ImportedFacts facts;

    UnknownNames(ImportedFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher method = METHOD.matcher(error.message());
        if (method.matches()) {
            return Optional.of(error.error().withMessage(noMethod(method.group(1))));
        }
        Optional<String> given = notGiven(error);
        if (given.isPresent()) {
            return Optional.of(error.error().withMessage(noName(error, given.get())));
        }
        Matcher value = VALUE.matcher(error.message());
        if (value.matches()) {
            return noValue(error, value.group("field"), value.group("value").replace(" - ", "-"));
        }
        Matcher variable = VARIABLE.matcher(error.message());
        return variable.matches() ? noVariable(error, variable.group(1)) : Optional.empty();
    }

    /** The name in an expression that the compiler cannot take and that no condition gives. */
    private static Optional<String> notGiven(ErrorInRule error) {
        List<String> given = error.namesGiven();
        return UNANALYSED.matcher(error.message()).matches()
                ? NAME.matcher(error.message())
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> !given.contains(name))
                        .findFirst()
                : Optional.empty();
    }

    private static String noMethod(String name) {
        if (INSERTS.contains(name.toLowerCase(Locale.ROOT))) {
            return "There is no " + name + "(...). Maybe insert(...)?";
        }
        return Character.isUpperCase(name.charAt(0))
                ? "What is inserted has to be made. Maybe new " + name + "(...)?"
                : "There is no function " + name + " here. Maybe it is misspelt?";
    }

    /** A name that begins with a dollar sign. */
    private String noName(ErrorInRule error, String name) {
        String field = name.substring(1);
        List<String> given = error.namesGiven().stream()
                .map(other -> other.substring(1))
                .filter(other -> !other.equals(field))
                .toList();
        String meant = NearestName.of(field, given)
                .map(other -> "Maybe $" + other + "?")
                .orElse(facts.has(field) ? "Maybe " + name + " : " + field + " in when?" : GIVEN);
        return "Nothing is called " + name + " here. " + meant;
    }

    private Optional<Diagnostic> noValue(ErrorInRule error, String field, String value) {
        Pattern written = Pattern.compile("(?:[<>]=?|==|!=)\\s*(" + Pattern.quote(value) + ")(?![\\w-])");
        String quotes = facts.isText(field) ? " Maybe \"" + value + "\" in quotes?" : " " + GIVEN;
        return error.inConditions(written)
                .map(found -> error.at(
                        found.start(1),
                        "Nothing is called " + value + " here."
                                + meant(error, value)
                                        .or(() -> nearField(error.kindAround(found.start()), value))
                                        .orElse(quotes)));
    }

    /** A field of the same fact that is called nearly so. */
    private Optional<String> nearField(String kind, String name) {
        return facts.called(kind)
                .filter(Class::isRecord)
                .flatMap(fact -> NearestName.of(
                        name,
                        Arrays.stream(fact.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()))
                .map(field -> " Maybe " + field + "?");
    }

    private Optional<Diagnostic> noVariable(ErrorInRule error, String name) {
        Pattern written = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$(])");
        Optional<Matcher> place = error.inConsequence(written);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        String message = name.startsWith("$")
                ? noName(error, name)
                : "Nothing is called " + name + " here." + meant(error, name).orElse(fieldOrText(name));
        return place.map(found -> error.at(found.start(), message));
    }

    private static Optional<String> meant(ErrorInRule error, String name) {
        List<String> given = error.namesGiven();
        return Optional.ofNullable(LITERALS.get(name))
                .or(() -> Optional.of("$" + name).filter(given::contains))
                .map(meant -> " Maybe " + meant + "?");
    }

    private String fieldOrText(String name) {
        return facts.has(name)
                ? " Maybe $" + name + " : " + name + " in when, and $" + name + " here?"
                : " Maybe \"" + name + "\" in quotes?";
    }
}
