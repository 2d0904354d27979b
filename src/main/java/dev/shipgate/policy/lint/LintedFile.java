package dev.shipgate.policy.lint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;

/** A rule file that could be read. */
public final class LintedFile {

    private final String path;
    private final String[] lines;
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
        this.lines = source.split("\n", -1);
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
                .flatMap(full -> load(full).stream())
                .findFirst();
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, LintedFile.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The first line from a given one that has some code in it, however it is spaced; the given one when none has. */
    int lineOf(String code, int from) {
        String spaced = Arrays.stream(code.strip().split("\\s+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s*"));
        String before = Character.isDigit(code.charAt(0)) ? "(?<![\\w.$])" : "(?<![\\w$])";
        Pattern sought = Pattern.compile(before + spaced + "(?![\\w.])");
        for (int line = Math.max(1, from); line <= lines.length; line++) {
            if (sought.matcher(lines[line - 1]).find()) {
                return line;
            }
        }
        return Math.max(1, from);
    }
}
