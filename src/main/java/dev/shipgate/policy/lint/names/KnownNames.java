package dev.shipgate.policy.lint.names;

import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names that something has at a place in the conditions of a rule.
 *
 * @param folder the rules around it
 * @param rule the rule
 * @param fields those of the fact that the condition is about
 */
record KnownNames(LintedFolder folder, LintedRule rule, Predicate<String> fields) {

    /**
     * The words that the whole name of a class begins with, and operators, which are names to the parser without their
     * left side.
     */
    private static final Set<String> OTHERS =
            Set.of("dev", "java", "in", "not", "matches", "contains", "excludes", "memberOf", "soundslike", "str");

    /** After {@code eval}, or after {@code if}, which asks of the fact before it. */
    static KnownNames outsidePatterns(LintedFolder folder, LintedRule rule, Condition condition) {
        Class<?> kind = condition.names().kind();
        return new KnownNames(folder, rule, kind == null ? folder::isFieldOfDeclared : name -> isField(kind, name));
    }

    static KnownNames inPattern(LintedFolder folder, LintedRule rule, LintedPattern pattern) {
        Class<?> kind = pattern.kind();
        return new KnownNames(
                folder, rule, kind == null ? fieldsOfDeclared(folder, pattern) : name -> isField(kind, name));
    }

    private static Predicate<String> fieldsOfDeclared(LintedFolder folder, LintedPattern pattern) {
        // A place in the brackets may stand for a field, and gives it the name; of other kinds nothing is known.
        return folder.declared().contains(pattern.name())
                ? name -> name.startsWith("$") || folder.isFieldOfDeclared(name)
                : name -> true;
    }

    private static boolean isField(Class<?> kind, String name) {
        String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Set<String> readers = Set.of(name, "get" + capitalized, "is" + capitalized);
        return Map.class.isAssignableFrom(kind)
                || Arrays.stream(kind.getMethods())
                        .filter(method -> method.getParameterCount() == 0)
                        .map(Method::getName)
                        .anyMatch(readers::contains);
    }

    boolean contains(String name) {
        return rule.names().contains(name)
                || fields.test(name)
                || OTHERS.contains(name)
                || folder.declared().contains(name)
                || rule.file().kind(name).isPresent()
                || rule.file().isImported(name);
    }
}
