package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.ParsedDrl.ParsedRule;
import dev.shipgate.policy.drl.slips.CompileSlips;
import dev.shipgate.policy.drl.slips.ErrorText;
import dev.shipgate.policy.drools.DroolsBuild;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in the rule files the compiler's errors are.
 *
 * <p>Drools reports most errors against Java classes that it generated, or without a line, and stops
 * early. So the files are built again with ever fewer of their rules, halving at each step, until each
 * error stands alone with its rule. Only builds that failed pay for it, and only so much: of very many
 * errors the first are told.
 */
final class CompileErrors {

    private record Suspect(ParsedDrl file, ParsedRule rule) {}

    /** Each takes some tens of milliseconds; an author's next edit waits for them. */
    private static final int MAX_BUILDS = 200;

    /** Of many rules each takes seconds, and other edits wait meanwhile. */
    private static final Duration MAX_TIME = Duration.ofMinutes(2);

    private final List<ParsedDrl> files;
    private final Map<String, CompileSlips> slipsByFile = new HashMap<>();
    private final long endNanos = System.nanoTime() + MAX_TIME.toNanos();
    private int builds;
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    CompileErrors(List<ParsedDrl> files) {
        this.files = files;
    }

    /** One diagnostic for each error, with file, line and column. */
    List<Diagnostic> locate(List<ErrorText> errors) {
        errors.stream().filter(this::hasLine).forEach(error -> found.add(error.atItsLine(fileOf(error))));
        if (found.size() < errors.size()) {
            int withLine = found.size();
            searchOutsideRules();
            if (found.size() == withLine) {
                searchRules(allRules());
            }
        }
        if (found.isEmpty()) {
            errors.forEach(error -> found.add(error.inFile(fileOf(error))));
        }
        Stream<Diagnostic> more = isOver()
                ? Stream.of(Diagnostic.error(null, ErrorText.CODE, Diagnostic.MORE_MAY_FOLLOW))
                : Stream.empty();
        return Stream.concat(found.stream().map(this::explained).distinct(), more)
                .toList();
    }

    private boolean isOver() {
        return builds >= MAX_BUILDS || System.nanoTime() - endNanos > 0;
    }

    private Diagnostic explained(Diagnostic error) {
        return files.stream()
                .filter(file -> file.file().path().equals(error.file()))
                .findFirst()
                .map(file -> slipsByFile
                        .computeIfAbsent(error.file(), path -> new CompileSlips(file))
                        .explained(error))
                .orElse(error);
    }

    private boolean hasLine(ErrorText error) {
        return error.hasPlace() && fileOf(error) != null;
    }

    private @Nullable ParsedDrl fileOf(ErrorText error) {
        return files.stream()
                .filter(file -> file.file().path().equals(error.path()))
                .findFirst()
                .orElse(null);
    }

    private List<Suspect> allRules() {
        return files.stream()
                .flatMap(file -> file.rules().stream().map(rule -> new Suspect(file, rule)))
                .toList();
    }

    /** Imports, globals, functions and declared types: the text that is left of a file without its rules. */
    private void searchOutsideRules() {
        if (errorsOfFiles(files.stream().map(CompileErrors::withoutRules).toList())
                .isEmpty()) {
            return;
        }
        for (ParsedDrl file : files) {
            for (ErrorText error : errorsOfFiles(List.of(withoutRules(file)))) {
                if (error.isReadable()) {
                    found.add(error.atItsLine(file));
                }
            }
        }
    }

    /** A rule that cannot fail makes the compiler look at the imports. */
    private static RuleFile withoutRules(ParsedDrl file) {
        RuleFile bare = file.keepingOnly(List.of());
        return new RuleFile(
                bare.path(),
                bare.source() + "\nrule \"probe of the imports of " + bare.path() + "\" when then end\n",
                bare.sha256());
    }

    private void searchRules(List<Suspect> suspects) {
        List<ErrorText> errors = errorsOf(suspects);
        if (errors.isEmpty()) {
            return;
        }
        if (suspects.size() == 1) {
            Suspect culprit = suspects.get(0);
            errors.stream()
                    .filter(ErrorText::isReadable)
                    .forEach(text -> found.add(text.inRule(culprit.file(), culprit.rule())));
            return;
        }
        if (isOver()) {
            errors.stream().filter(ErrorText::isReadable).forEach(error -> found.add(error.inFile(fileOf(error))));
            return;
        }
        int half = suspects.size() / 2;
        searchRules(suspects.subList(0, half));
        searchRules(suspects.subList(half, suspects.size()));
    }

    private List<ErrorText> errorsOf(List<Suspect> suspects) {
        List<RuleFile> reduced = new ArrayList<>();
        for (ParsedDrl file : files) {
            reduced.add(file.keepingOnly(suspects.stream()
                    .filter(suspect -> suspect.file().equals(file))
                    .map(Suspect::rule)
                    .toList()));
        }
        return errorsOfFiles(reduced);
    }

    private List<ErrorText> errorsOfFiles(List<RuleFile> reduced) {
        if (isOver()) {
            return List.of();
        }
        builds++;
        try {
            DroolsBuild build = DroolsBuild.of(reduced);
            build.discard();
            return build.errors();
        } catch (RulesetRefusedException e) {
            // It takes too long: the errors that were found until now have to do.
            builds = MAX_BUILDS;
            return List.of();
        }
    }
}
