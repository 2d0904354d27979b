package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.Capacity;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of facts and findings name the kinds and fields that there are, no more and no less. */
class FactTablesTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Vocabulary of other kinds, which the page tells of in words. */
    private static final Set<String> NO_FACTS = Set.of(
            "dev.shipgate.decision.Format",
            "dev.shipgate.decision.Limit",
            "dev.shipgate.policy.MedianFunction",
            "dev.shipgate.statistics.Significance");

    /** The fields that the page names, by kind of fact; a kind may stand in several tables. */
    private static Map<String, Set<String>> vocabulary() {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        String kind = "";
        for (List<String> row :
                Markdown.read("docs/writing-rules.md").section("The vocabulary").rows()) {
            if (row.get(0).startsWith("`")) {
                kind = row.get(0).replace("`", "");
                fields.computeIfAbsent(kind, name -> new TreeSet<>());
            } else if (!row.get(1).equals("field")) {
                fields.computeIfAbsent(kind, name -> new TreeSet<>()).addAll(codes(row.get(1)));
            }
        }
        return fields;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    @Test
    void everyKindHasItsFieldsAndNoOthers() {
        vocabulary().forEach((kind, fields) -> assertThat(fields).as(kind).isEqualTo(componentsOf(kind)));
    }

    @Test
    void everyKindThatTheShippedRulesUseIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        Pattern imported = Pattern.compile("^import (dev\\.shipgate\\S+)", Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                imported.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .filter(kind -> !NO_FACTS.contains(kind))
                        .forEach(used::add);
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(vocabulary().keySet()).containsAll(used);
    }

    /**
     * The kinds that an evaluation gives, reads, and has its rules pass on, are those that the page tells of under
     * its folder.
     */
    @Test
    void eachEvaluationHasTheKindsOfItsFolder() throws IOException {
        List<ReadinessPart> parts = List.of(new LoadGate(), new RetryStorms(), new Capacity());
        List<Evaluation> evaluations = new ArrayList<>(parts);
        evaluations.add(new Readiness(parts));
        Map<String, Set<String>> told = kindsByFolder();
        assertThat(told).hasSameSizeAs(evaluations);
        for (Evaluation evaluation : evaluations) {
            assertThat(evaluation.vocabulary().kinds().stream().map(Class::getName))
                    .as(evaluation.kind())
                    .containsExactlyInAnyOrderElementsOf(told.getOrDefault(evaluation.rulesFolder(), Set.of()));
        }
    }

    private static Map<String, Set<String>> kindsByFolder() throws IOException {
        Pattern folder = Pattern.compile("### `rules/(.+)/`");
        Pattern kind = Pattern.compile("\\| `(dev\\.shipgate\\.[\\w.]+)` \\|.*");
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        Set<String> current = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/writing-rules.md"))) {
            Matcher heading = folder.matcher(line);
            if (heading.matches()) {
                current = new TreeSet<>();
                kinds.put(heading.group(1), current);
            }
            Matcher row = kind.matcher(line);
            if (row.matches()) {
                current.add(row.group(1));
            }
        }
        return kinds;
    }

    private static Set<String> componentsOf(String kind) {
        try {
            Set<String> names = new TreeSet<>();
            Arrays.stream(Class.forName(kind).getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(names::add);
            return names;
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no " + kind, e);
        }
    }
}
