package dev.shipgate.policytest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import dev.shipgate.json.Problem;
import dev.shipgate.json.StrictYaml;
import dev.shipgate.json.YamlError;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policytest.PolicyTest.Expectation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases, as read.
 *
 * @param tests its cases, in order; empty when it cannot be read
 * @param errors why it cannot be read; empty when it can
 */
record PolicyTestFile(List<PolicyTest> tests, List<Diagnostic> errors) {

    private static final JsonNodeReader YAML = JsonNodeReader.builder()
            .yamlMapper(StrictYaml.mapper())
            .locationAware()
            .build();

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern CONTENT = Pattern.compile("\\s*[^\\s#-]");

    /** The one that editors check the files with. */
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Objects.requireNonNull(PolicyTestFile.class.getResourceAsStream("policy-tests.schema.json")));

    static PolicyTestFile read(RuleFile file) {
        if (hasSecondDocument(file.text())) {
            return refused(List.of(error(file, 1, 1, "The file has a second document after ---. Leave the line out.")));
        }
        JsonNode document;
        try {
            document = YAML.readTree(file.text(), InputFormat.YAML);
        } catch (IOException | RuntimeException e) {
            YamlError error = YamlError.of(e, file.text());
            return refused(List.of(error(file, error.line(), error.column(), error.sentence())));
        }
        if (document == null || document.isMissingNode()) {
            return refused(List.of(error(file, 1, 1, "The file is empty. It must have a list of tests.")));
        }
        List<Diagnostic> errors = SCHEMA.validate(document).stream()
                .map(problem -> FormProblem.of(problem, SCHEMA.getSchemaNode(), document))
                .map(problem -> error(file, problem))
                .toList();
        if (!errors.isEmpty()) {
            return refused(errors);
        }
        List<Diagnostic> wrongTimes = wrongTimes(file, document);
        return wrongTimes.isEmpty() ? new PolicyTestFile(tests(file, document), List.of()) : refused(wrongTimes);
    }

    private static List<Diagnostic> wrongTimes(RuleFile file, JsonNode document) {
        List<Diagnostic> errors = new ArrayList<>();
        for (int i = 0; i < document.get("tests").size(); i++) {
            String test = "/tests/" + i;
            TestContext.wrongTimes(document.get("tests").get(i)).forEach((place, time) -> {
                String sentence = "must be a local time, such as 2026-12-24T18:00, but is \"" + time.asText() + "\".";
                errors.add(error(file, new FormProblem(time, new Problem(test + place, sentence).toString())));
            });
        }
        return errors;
    }

    /** It would not be read. */
    private static boolean hasSecondDocument(String text) {
        boolean begun = false;
        for (String line : LINE_END.split(text, -1)) {
            if (begun && (line.startsWith("---") || line.startsWith("..."))) {
                return true;
            }
            begun |= CONTENT.matcher(line).lookingAt();
        }
        return false;
    }

    private static PolicyTestFile refused(List<Diagnostic> errors) {
        return new PolicyTestFile(List.of(), errors);
    }

    private static List<PolicyTest> tests(RuleFile file, JsonNode document) {
        List<PolicyTest> tests = new ArrayList<>();
        for (JsonNode test : document.get("tests")) {
            JsonNode expected = test.get("expect");
            tests.add(new PolicyTest(
                    file.path(),
                    JsonNodes.tokenLocationOf(test).getLineNr(),
                    test.get("name").asText(),
                    test.get("evaluation").asText(),
                    test.get("request"),
                    TestContext.read(test),
                    new Expectation(
                            expected.has("verdict") ? expected.get("verdict").asText() : null,
                            expected.get("answer"),
                            texts(expected.get("fires")),
                            texts(expected.get("does_not_fire")))));
        }
        return tests;
    }

    private static List<String> texts(@Nullable JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            array.forEach(element -> texts.add(element.asText()));
        }
        return texts;
    }

    private static Diagnostic error(RuleFile file, FormProblem problem) {
        @Nullable JsonLocation place = JsonNodes.tokenLocationOf(problem.at());
        return error(
                file,
                place == null ? 1 : Math.max(1, place.getLineNr()),
                place == null ? 1 : Math.max(1, place.getColumnNr()),
                problem.sentence());
    }

    private static Diagnostic error(RuleFile file, int line, int column, String message) {
        return Diagnostic.error(file.path(), line, column, null, "test-file", message);
    }
}
