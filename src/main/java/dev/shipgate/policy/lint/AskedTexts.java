package dev.shipgate.policy.lint;

import dev.shipgate.policy.lint.Claim.Says;
import dev.shipgate.policy.lint.Claim.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The texts that rules ask for. */
public final class AskedTexts {

    private AskedTexts() {}

    /**
     * For each fact that a rule of a file asks for, the texts of which a field must be one: {@code service} of
     * {@code "search"}, {@code environment} of {@code "production"} and {@code "staging"}.
     */
    public static List<Map<String, Set<String>>> ofOneFact(LintedFile file) {
        return file.content().getRules().stream()
                .flatMap(rule -> RuleReading.patterns(file, rule).stream())
                .filter(pattern -> !pattern.isDenied())
                .map(AskedTexts::of)
                .toList();
    }

    private static Map<String, Set<String>> of(LintedPattern pattern) {
        Map<String, Set<String>> texts = new HashMap<>();
        pattern.conditions().stream()
                .flatMap(condition -> Claims.of(condition).needed(condition.expression()).stream())
                .filter(claim -> claim.says() == Says.IS)
                .forEach(claim -> claim.values().stream()
                        .map(Value::is)
                        .filter(String.class::isInstance)
                        .forEach(text -> texts.computeIfAbsent(claim.subject(), subject -> new TreeSet<>())
                                .add((String) text)));
        return texts;
    }
}
