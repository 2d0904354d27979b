package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.drl.ConditionCount;
import dev.shipgate.policy.drl.ParsedDrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/**
 * How much the rule files of all folders may have together. The compiler and the engine take memory for each rule, and
 * a file that is small says nothing of a thousand such files.
 */
final class RulesetBounds {

    private static final String CODE = "too-much";

    /** All of its text is in memory several times while it is compiled. */
    private static final int MAX_CHARS = 1 << 20;

    private static final List<Bound> BOUNDS = List.of(
            new Bound(
                    2_000,
                    "rules",
                    "one rule with a row for each route in the place of many rules",
                    file -> rules(file, /* queries= */ false)),
            new Bound(
                    200,
                    "queries",
                    "conditions in the rules that ask for them",
                    file -> rules(file, /* queries= */ true)),
            new Bound(
                    500,
                    "functions",
                    "one function with one more parameter",
                    file -> file.getFunctions().stream().map(Counted::one)),
            new Bound(
                    200,
                    "declared types",
                    "one type with one more field",
                    file -> file.getClassAndEnumDeclarationDescrs().stream().map(Counted::one)),
            new Bound(
                    2_000,
                    "fields of declared types",
                    "a map in one field",
                    file -> file.getClassAndEnumDeclarationDescrs().stream()
                            .map(type -> new Counted(
                                    type.getLine(), null, type.getFields().size()))),
            new Bound(
                    10_000,
                    "conditions",
                    "in (...) in the place of many ||, or a row for each route in the place of many rules",
                    file -> file.getRules().stream()
                            .map(rule -> new Counted(rule.getLine(), rule.getName(), ConditionCount.of(rule)))));

    private RulesetBounds() {}

    /** Something in a file, which counts once or more often. */
    private record Counted(int line, @Nullable String rule, int count) {

        static Counted one(BaseDescr descr) {
            return new Counted(descr.getLine(), null, 1);
        }
    }

    /** How much there may be of one kind. */
    private record Bound(int max, String what, String instead, Function<PackageDescr, Stream<Counted>> counting) {

        /** The error that there is too much of this kind, at the place where it goes beyond. */
        Optional<Diagnostic> violation(List<ParsedDrl> files) {
            long total = 0;
            Diagnostic beyond = null;
            for (ParsedDrl file : files) {
                for (Counted counted : in(file)) {
                    total += counted.count();
                    if (beyond == null && total > max) {
                        beyond = at(file.file(), counted);
                    }
                }
            }
            String message = tooMuch(total, what, max, instead);
            return Optional.ofNullable(beyond).map(place -> place.withMessage(message));
        }

        private List<Counted> in(ParsedDrl file) {
            return file.content() == null
                    ? List.of()
                    : counting.apply(file.content()).toList();
        }

        private static Diagnostic at(RuleFile file, Counted counted) {
            return Diagnostic.error(file.path(), Math.max(1, counted.line()), 1, counted.rule(), CODE, "");
        }
    }

    private static String tooMuch(long total, String what, int max, String instead) {
        return "All rule files together have " + total + " " + what + ", and must have at most " + max
                + ". The first beyond them is here. Maybe " + instead + "?";
    }

    /**
     * Refuses rule files that go beyond a bound. They are not compiled, so all errors of the parser are reported too.
     *
     * @throws RulesetRefusedException when the rule files of all folders have too much of anything
     */
    static void require(SortedMap<String, List<ParsedDrl>> filesByFolder) throws RulesetRefusedException {
        List<Diagnostic> tooMuch = violations(filesByFolder);
        if (!tooMuch.isEmpty()) {
            List<Diagnostic> all = filesByFolder.values().stream()
                    .flatMap(List::stream)
                    .flatMap(file -> file.errors().stream())
                    .collect(Collectors.toCollection(ArrayList::new));
            all.addAll(tooMuch);
            throw new RulesetRefusedException(all);
        }
    }

    /** The errors that there is too much of one kind in the rule files of all folders, in their order. */
    static List<Diagnostic> violations(SortedMap<String, List<ParsedDrl>> filesByFolder) {
        List<ParsedDrl> files =
                filesByFolder.values().stream().flatMap(List::stream).toList();
        return BOUNDS.stream().flatMap(bound -> bound.violation(files).stream()).toList();
    }

    /** Too much text, which is not even parsed; at the place where it goes beyond. */
    static Optional<Diagnostic> violationOfText(List<RuleFile> drl) {
        long total = drl.stream().mapToLong(file -> file.text().length()).sum();
        long before = 0;
        for (RuleFile file : drl) {
            if (before + file.text().length() > MAX_CHARS) {
                int line = new FileText(file.text()).lineAt((int) (MAX_CHARS - before));
                return Optional.of(Diagnostic.error(
                        file.path(),
                        line,
                        1,
                        null,
                        CODE,
                        tooMuch(total, "characters", MAX_CHARS, "a row for each route in the place of many rules")));
            }
            before += file.text().length();
        }
        return Optional.empty();
    }

    private static Stream<Counted> rules(PackageDescr file, boolean queries) {
        return file.getRules().stream()
                .filter(rule -> rule.isQuery() == queries)
                .map(rule -> new Counted(rule.getLine(), rule.getName(), 1));
    }
}
