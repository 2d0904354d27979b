package dev.shipgate.policy.lint;

import dev.shipgate.policy.FileText;
import dev.shipgate.policy.NamedClasses;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;

/** A rule file that could be read. */
public final class LintedFile {

    private final String path;
    private final FileText text;
    private final PackageDescr content;
    private final Map<String, Optional<Class<?>>> kinds = new HashMap<>();

    /**
     * Takes what the parser made of a file.
     *
     * @param path its path below the rules folder
     * @param source its text
     */
    public LintedFile(String path, String source, PackageDescr content) {
        this.path = path;
        this.text = new FileText(source);
        this.content = content;
    }

    String path() {
        return path;
    }

    PackageDescr content() {
        return content;
    }

    /** The class that a name in this file stands for; empty when that is no class of the service or of Java. */
    Optional<Class<?>> kind(String name) {
        return kinds.computeIfAbsent(name, this::find);
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

    /** The first line from a given one on which a part of the file begins; the given one when none does. */
    int lineFrom(int line, String part) {
        return text.lineFrom(line, part);
    }
}
