package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.lint.syntax.NamedClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** A rule file that could be read. */
public final class LintedFile {

    /** A rule, and the file in which it is. */
    record FoundRule(LintedFile file, RuleDescr rule) {

        /** As it is written. */
        String text() {
            return file.text.between(rule.getStartCharacter(), rule.getEndCharacter() + 1);
        }
    }

    private final String path;
    private final FileText text;
    private final PackageDescr content;
    private final List<LintedFile> folder;
    private final Map<String, Optional<Class<?>>> kinds = new HashMap<>();
    private final Map<String, List<FunctionBody>> bodies = new HashMap<>();
    private final Map<String, Optional<FoundRule>> rules = new HashMap<>();

    /**
     * Takes the content that the parser made of a file.
     *
     * @param path its path below the rules folder
     * @param source its text
     */
    public LintedFile(String path, String source, PackageDescr content) {
        this(path, new FileText(source), content, List.of());
    }

    private LintedFile(String path, FileText text, PackageDescr content, List<LintedFile> folder) {
        this.path = path;
        this.text = text;
        this.content = content;
        this.folder = folder;
    }

    /** The same file, among all of its folder, which have their functions in common. */
    LintedFile among(List<LintedFile> all) {
        return new LintedFile(path, text, content, all);
    }

    public String path() {
        return path;
    }

    public PackageDescr content() {
        return content;
    }

    /** The class that a name in this file stands for; empty when that is no class of the service or of Java. */
    public Optional<Class<?>> kind(String name) {
        return kinds.computeIfAbsent(name, this::find);
    }

    /** The bodies of the functions that a call may be a call of. */
    public Stream<FunctionBody> bodies(MethodCallExpr call) {
        return call.getScope().isPresent()
                ? Stream.empty()
                : bodies.computeIfAbsent(call.getNameAsString(), this::bodies).stream()
                        .filter(body ->
                                body.parameters().size() == call.getArguments().size());
    }

    private List<FunctionBody> bodies(String name) {
        return own(name, FunctionBody::of).toList();
    }

    private <T> Stream<T> own(String name, BiFunction<LintedFile, FunctionDescr, T> read) {
        return folder.stream()
                .flatMap(file -> file.content.getFunctions().stream()
                        .filter(function -> function.getName().equals(name))
                        .map(function -> read.apply(file, function)));
    }

    /** The functions that a call without anything before it may call: those of the folder, or imported ones. */
    Stream<Callee> functions(String name) {
        Stream<Callee> imported = content.getFunctionImports().stream()
                .map(one -> one.getTarget())
                .filter(target -> target.endsWith("." + name) || target.endsWith(".*"))
                .flatMap(target -> kind(target.substring(0, target.lastIndexOf('.'))).stream())
                .flatMap(type -> Callee.methods(type, name));
        return Stream.concat(own(name, Callee::of), imported);
    }

    private Optional<Class<?>> find(String name) {
        Stream<String> imported = content.getImports().stream()
                .map(one -> one.getTarget())
                .filter(target -> target.endsWith("." + name) || target.endsWith(".*"))
                .map(target -> target.endsWith(".*") ? target.substring(0, target.length() - 1) + name : target);
        return Stream.concat(imported, Stream.of(name, "java.lang." + name))
                .filter(full -> full.startsWith("dev.shipgate.") || full.startsWith("java."))
                .flatMap(full -> NamedClasses.find(full).stream())
                .findFirst();
    }

    /** A rule of the folder. */
    Optional<FoundRule> ruleCalled(String name) {
        return rules.computeIfAbsent(
                name,
                called -> folder.stream()
                        .flatMap(file -> file.content.getRules().stream().map(rule -> new FoundRule(file, rule)))
                        .filter(found -> found.rule().getName().equals(called))
                        .findFirst());
    }

    /** Whether a name stands for something of another class that is imported by itself, such as a constant. */
    public boolean isImported(String name) {
        return content.getFunctionImports().stream()
                .map(one -> one.getTarget())
                .anyMatch(target -> target.endsWith("." + name) || target.endsWith(".*"));
    }

    /** The first line from a given one on which a part of the file begins; the given one when none does. */
    public int lineFrom(int line, String part) {
        return text.lineFrom(line, part);
    }
}
