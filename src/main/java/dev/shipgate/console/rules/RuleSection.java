package dev.shipgate.console.rules;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Some rules that belong together: those of a folder or of an owner.
 *
 * @param title empty for those without an owner
 * @param files in the order of the ruleset
 */
record RuleSection(String title, List<RulesOfFile> files) {

    /** The rules of one file that are in the section. */
    record RulesOfFile(String path, List<RuleView> rules) {

        /** The address of the page of the file. */
        public URI page() {
            return RuleLinks.file(path);
        }
    }

    static List<RuleSection> byFolder(List<RuleView> rules) {
        return by(rules, rule -> {
            String file = rule.info().file();
            return file.substring(0, Math.max(0, file.indexOf('/')));
        });
    }

    static List<RuleSection> byOwner(List<RuleView> rules) {
        return by(rules, RuleView::owner);
    }

    private static List<RuleSection> by(List<RuleView> rules, Function<RuleView, String> title) {
        Map<String, List<RuleView>> sections = new TreeMap<>();
        rules.forEach(rule -> sections.computeIfAbsent(title.apply(rule), first -> new ArrayList<>())
                .add(rule));
        return sections.entrySet().stream()
                .map(section -> new RuleSection(section.getKey(), byFile(section.getValue())))
                .toList();
    }

    private static List<RulesOfFile> byFile(List<RuleView> rules) {
        Map<String, List<RuleView>> files = new TreeMap<>();
        rules.forEach(rule -> files.computeIfAbsent(rule.info().file(), first -> new ArrayList<>())
                .add(rule));
        return files.entrySet().stream()
                .map(file -> new RulesOfFile(file.getKey(), file.getValue()))
                .toList();
    }

    /** How many rules it has. */
    public int size() {
        return files.stream().mapToInt(file -> file.rules().size()).sum();
    }
}
