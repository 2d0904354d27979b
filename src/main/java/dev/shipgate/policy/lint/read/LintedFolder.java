package dev.shipgate.policy.lint.read;

import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of one evaluation.
 *
 * @param name of the folder
 * @param vocabulary of the evaluation
 * @param rules the rules
 * @param queries the queries, which have conditions and no consequence
 * @param functions the functions
 * @param declared the names of the kinds of facts that its files declare
 */
public record LintedFolder(
        String name,
        Vocabulary vocabulary,
        List<LintedFile> files,
        List<LintedRule> rules,
        List<LintedRule> queries,
        List<Code> functions,
        Set<String> declared) {

    public static LintedFolder of(String name, Vocabulary vocabulary, List<LintedFile> all) {
        List<LintedFile> files = all.stream().map(file -> file.among(all)).toList();
        return new LintedFolder(
                name,
                vocabulary,
                files,
                files.stream().flatMap(file -> read(file, true)).toList(),
                files.stream().flatMap(file -> read(file, false)).toList(),
                files.stream()
                        .flatMap(file ->
                                file.content().getFunctions().stream().map(function -> Code.ofFunction(file, function)))
                        .toList(),
                files.stream()
                        .flatMap(file -> file.content().getClassAndEnumDeclarationDescrs().stream())
                        .map(type -> type.getTypeName())
                        .collect(Collectors.toSet()));
    }

    private static Stream<LintedRule> read(LintedFile file, boolean rules) {
        return file.content().getRules().stream()
                .filter(rule -> rule.isRule() == rules)
                .map(rule -> RuleReading.read(file, rule));
    }

    /** Whether any kind of fact that its files declare has a field of a name. */
    public boolean isFieldOfDeclared(String name) {
        return files.stream()
                .flatMap(file -> file.content().getTypeDeclarations().stream())
                .anyMatch(type -> type.getFields().containsKey(name));
    }

    public boolean has(Spot spot) {
        return spot.file().startsWith(name + "/");
    }

    public Stream<LintedPattern> patterns() {
        return Stream.concat(rules.stream(), queries.stream()).flatMap(rule -> rule.patterns().stream());
    }

    public Stream<Condition> conditions() {
        return Stream.concat(rules.stream(), queries.stream()).flatMap(LintedRule::conditions);
    }

    /** Conditions that are about no fact alone. */
    public Stream<Condition> evals() {
        return Stream.concat(rules.stream(), queries.stream()).flatMap(rule -> rule.evals().stream());
    }

    /** All Java: consequences, functions, and the code within conditions. */
    public Stream<Code> code() {
        return Stream.of(consequences(), rules.stream().flatMap(rule -> rule.inline().stream()), functions.stream())
                .flatMap(code -> code);
    }

    public Stream<Code> consequences() {
        return rules.stream().flatMap(rule -> rule.consequences().stream());
    }
}
