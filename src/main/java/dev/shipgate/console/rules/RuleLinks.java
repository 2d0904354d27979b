package dev.shipgate.console.rules;

import dev.shipgate.console.PageAddress;
import dev.shipgate.policy.RuleInfo;
import java.net.URI;

/** The addresses of pages about rules. Names and paths stand in the query, as they may hold any character. */
public final class RuleLinks {

    private RuleLinks() {}

    /** The page of a rule. */
    public static URI rule(RuleInfo rule) {
        return rule(rule.rule(), rule.file());
    }

    /** The page of a rule by its name and file. */
    public static URI rule(String name, String file) {
        return URI.create(
                "/console/rules/rule?name=" + PageAddress.encoded(name) + "&file=" + PageAddress.encoded(file));
    }

    /** The page of a file that decides now. */
    public static URI file(String path) {
        return URI.create("/console/rules/file?path=" + PageAddress.encoded(path));
    }

    /** The page of a file of a version. */
    public static URI file(String path, String version) {
        return URI.create(file(path) + "&version=" + PageAddress.encoded(version));
    }

    /** The page of a file that decides now, at a line. */
    public static URI file(String path, int line) {
        return URI.create(file(path) + "#L" + line);
    }

    /** The decisions in which a rule of a name fired. */
    public static URI decisions(String rule) {
        return URI.create("/console/decisions?rule=" + PageAddress.encoded(rule));
    }

    /** The page on which a file is changed. */
    public static URI edit(String path) {
        return URI.create("/console/rules/edit?path=" + PageAddress.encoded(path));
    }

    /** The page on which a version is made to decide again. */
    public static URI activation(String version) {
        return URI.create("/console/rules/edit/activation?version=" + PageAddress.encoded(version));
    }

    /** The page of a version. */
    public static URI version(String version) {
        return URI.create("/console/rules/versions/" + PageAddress.encoded(version));
    }
}
