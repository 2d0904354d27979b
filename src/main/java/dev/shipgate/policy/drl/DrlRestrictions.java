package dev.shipgate.policy.drl;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.MedianFunction;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.confinement.ReservedPackages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Constructs of the language that rule files must not have: found in the text, before it is compiled. */
final class DrlRestrictions {

    /** With these a rule fires by the clock, or not at all, or depends on an evaluation before it. */
    private static final Set<String> REFUSED_ATTRIBUTES = Set.of(
            "activation-group",
            "agenda-group",
            "auto-focus",
            "calendars",
            "date-effective",
            "date-expires",
            "duration",
            "ruleflow-group",
            "timer");

    /** The compiler makes one of each function of accumulate before anything can be checked. */
    private static final Set<String> ACCUMULATE_FUNCTIONS = Set.of(MedianFunction.class.getName());

    /** Databases do not find longer names any more, and people do not read them. */
    private static final int MAX_NAME_LENGTH = 500;

    private static final int MAX_ALTERNATIVES = 64;

    /** The compiler makes some 100 kB of Java of a hundred, and a hundred times as much of a thousand. */
    private static final int MAX_CONDITIONS = 100;

    /**
     * Rows for a thousand routes. Each check for slips goes through all of a rule several times for each of its parts.
     */
    private static final int MAX_CHARS = 100_000;

    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*\"|'[^'\\\\]'|[-+]?\\d[\\w.]*|true|false|null");

    private final RuleFile file;
    private final PackageDescr content;
    private final List<Diagnostic> violations = new ArrayList<>();

    DrlRestrictions(RuleFile file, PackageDescr content) {
        this.file = file;
        this.content = content;
    }

    List<Diagnostic> violations() {
        checkPackage();
        refuse(content.getGlobals(), "a global", "it would be there for all evaluations");
        refuse(content.getEntryPointDeclarations(), "an entry point", "what comes in there stays there");
        refuse(content.getWindowDeclarations(), "a window", "it goes by the clock");
        content.getAccumulateImports().stream()
                .filter(imported -> !ACCUMULATE_FUNCTIONS.contains(imported.getTarget()))
                .forEach(imported -> refuse(
                        imported,
                        "the accumulate function " + imported.getTarget(),
                        "only " + String.join(", ", ACCUMULATE_FUNCTIONS) + " can be imported"));
        content.getEnumDeclarations().forEach(this::checkEnum);
        content.getAttributes().forEach(attribute -> checkAttribute(attribute, null));
        content.getRules().forEach(this::checkRule);
        content.getRules().forEach(rule -> checkLength("rule", rule));
        content.getFunctions().forEach(function -> checkLength("function", function));
        if (violations.isEmpty()) {
            checkTerms();
        }
        return violations;
    }

    /** Runs when nothing else is wrong: too many conditions are reported as conditions, and not as terms. */
    private void checkTerms() {
        String code = CodeText.blanked(file.source());
        TermsInARow.tooManyIn(code)
                .ifPresent(at -> add(
                        new FileText(code).lineAt(at),
                        null,
                        "too-much",
                        "Here are more than " + TermsInARow.MAX + " signs between terms in a row."
                                + " Maybe several statements?"));
    }

    private void checkPackage() {
        if (ReservedPackages.contains(content.getName())) {
            add(
                    1,
                    null,
                    "package",
                    "A rule file must not be in the package " + content.getName() + ". Maybe " + file.usualPackage()
                            + "?");
        }
        if (content.getUnit() != null) {
            refuse(content.getUnit(), "a unit", "rules belong to the evaluation of their folder");
        }
    }

    /** The compiler makes the values of an enum itself, before their code can be checked. */
    private void checkEnum(EnumDeclarationDescr declared) {
        for (EnumLiteralDescr literal : declared.getLiterals()) {
            for (String argument : literal.getConstructorArgs()) {
                if (!LITERAL.matcher(argument.strip()).matches()) {
                    add(
                            declared.getLine(),
                            null,
                            "not-allowed",
                            "A value of an enum must be made of numbers and texts, and not of " + argument + ".");
                }
            }
        }
    }

    private void checkRule(RuleDescr rule) {
        if (rule.getName().indexOf('"') >= 0 || rule.getName().indexOf('\\') >= 0) {
            add(rule.getLine(), rule, "rule-name", "The name of a rule must not have the signs \" and \\.");
        }

        rule.getAttributes().values().forEach(attribute -> checkAttribute(attribute, rule));
        if (alternatives(rule.getLhs()) > MAX_ALTERNATIVES) {
            add(
                    rule.getLine(),
                    rule,
                    "too-much",
                    "The words \"or\" of a rule must make at most " + MAX_ALTERNATIVES
                            + " combinations. Maybe several rules?");
        }
        int conditions = ConditionCount.of(rule);
        if (conditions > MAX_CONDITIONS) {
            add(
                    rule.getLine(),
                    rule,
                    "too-much",
                    "The rule has " + conditions + " conditions, and must have at most " + MAX_CONDITIONS
                            + ". Thirty values behind in count as one."
                            + " Maybe in (...) in the place of many ||, several rules, or a fact for each value?");
        }
        if (rule.getName().length() + content.getName().length() > MAX_NAME_LENGTH) {
            add(
                    rule.getLine(),
                    rule,
                    "rule-name",
                    "The name of a rule and that of its package must together have at most " + MAX_NAME_LENGTH
                            + " characters.");
        }
    }

    private void checkLength(String what, BaseDescr descr) {
        if (descr.getEndCharacter() - descr.getStartCharacter() > MAX_CHARS) {
            add(
                    descr.getLine(),
                    descr instanceof RuleDescr rule ? rule : null,
                    "too-much",
                    "The " + what + " has more than " + MAX_CHARS + " characters. Maybe several " + what + "s?");
        }
    }

    /**
     * How many rules the engine makes of one: one for each way in which an "or" can hold, and for each combination of
     * several.
     */
    private static double alternatives(@Nullable Object part) {
        if (part instanceof OrDescr or) {
            return or.getDescrs().stream()
                    .mapToDouble(DrlRestrictions::alternatives)
                    .sum();
        }
        if (part instanceof ConditionalElementDescr element) {
            return element.getDescrs().stream()
                    .mapToDouble(DrlRestrictions::alternatives)
                    .reduce(1, (one, more) -> one * more);
        }
        return 1;
    }

    private void checkAttribute(AttributeDescr attribute, @Nullable RuleDescr rule) {
        int line = rule == null ? attribute.getLine() : rule.getLine();
        if (REFUSED_ATTRIBUTES.contains(attribute.getName())) {
            add(
                    line,
                    rule,
                    "attribute",
                    "A rule must not have the attribute " + attribute.getName()
                            + ": it could keep a rule from being heard.");
        }
        if (attribute.getName().equals("dialect") && !attribute.getValue().equals("java")) {
            add(line, rule, "attribute", "The only dialect of rules is java, and it need not be named.");
        }
    }

    private void refuse(Collection<? extends BaseDescr> found, String what, String why) {
        found.forEach(one -> refuse(one, what, why));
    }

    private void refuse(BaseDescr found, String what, String why) {
        add(found.getLine(), null, "not-allowed", "A rule file must not have " + what + ": " + why + ".");
    }

    private void add(int line, @Nullable RuleDescr rule, String code, String message) {
        violations.add(Diagnostic.error(
                file.path(), Math.max(1, line), 1, rule == null ? null : rule.getName(), code, message));
    }
}
