package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class OperatingPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The text that the page shows for a key that need not be set and then stands for nothing. */
    private static final String NO_DEFAULT = "-";

    /** Suffixes that Prometheus adds to the name of a histogram or a summary. */
    private static final Pattern SUFFIX = Pattern.compile("_(bucket|count|sum)$");

    /** It is there once a waiver covers something, which takes two callers; the test of waivers looks at it. */
    private static final String OF_WAIVERS = "`shipgate_waived_total`";

    private static List<List<String>> metrics() {
        return rows("Metrics").stream()
                .filter(row -> !row.get(0).equals(OF_WAIVERS))
                .toList();
    }

    private static List<List<String>> rows(String heading) {
        return Markdown.read("docs/operating.md").section(heading).rows().stream()
                .filter(row -> row.get(0).startsWith("`"))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    @Test
    void everyKeyIsThereWithItsVariableAndItsDefault() {
        Map<String, List<String>> shown = new TreeMap<>();
        rows("Configuration").stream()
                .filter(row -> row.get(0).startsWith("`shipgate."))
                .forEach(row -> shown.put(code(row, 0), List.of(code(row, 1), code(row, 2))));
        assertThat(shown).isEqualTo(declaredKeys());
    }

    private static String code(List<String> row, int column) {
        List<String> codes = codes(row.get(column));
        return codes.isEmpty() ? row.get(column) : codes.get(0);
    }

    private static Map<String, List<String>> declaredKeys() {
        Map<String, List<String>> keys = new TreeMap<>();
        for (JavaClass mapping : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.shipgate")) {
            if (mapping.isAnnotatedWith(ConfigMapping.class)) {
                String prefix = mapping.getAnnotationOfType(ConfigMapping.class).prefix();
                mapping.getMethods().forEach(method -> {
                    String key = prefix + "."
                            + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    keys.put(
                            key,
                            List.of(
                                    variable(key),
                                    method.tryGetAnnotationOfType(WithDefault.class)
                                            .map(WithDefault::value)
                                            .orElse(NO_DEFAULT)));
                });
            }
            mapping.getConstructors().stream()
                    .flatMap(constructor -> constructor.getParameters().stream())
                    .flatMap(parameter -> parameter.tryGetAnnotationOfType(ConfigProperty.class).stream())
                    .filter(property -> property.name().startsWith("shipgate."))
                    .forEach(property ->
                            keys.put(property.name(), List.of(variable(property.name()), property.defaultValue())));
        }
        return keys;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    @Test
    void theKeysOfThePlatformHaveTheDefaultsThatThePageSays() {
        List<List<String>> platform = rows("Configuration").stream()
                .filter(row -> row.get(0).startsWith("`quarkus."))
                // The tests run on a port of their own.
                .filter(row -> !row.get(0).equals("`quarkus.http.port`"))
                .toList();
        assertThat(platform).hasSize(4);
        for (List<String> row : platform) {
            assertThat(ConfigProvider.getConfig().getValue(code(row, 0), String.class))
                    .as(code(row, 0))
                    .isEqualTo(code(row, 2));
        }
    }

    @Test
    void everyMetricOfThePageIsExportedWithItsTypeAndLabels() {
        String export = exportAfterSomeRequests();
        for (List<String> row : metrics()) {
            String metric = code(row, 0);
            assertThat(export.lines()).contains("# TYPE " + family(metric) + " " + row.get(1));
            assertThat(labelsOf(metric, export)).as(metric).containsExactlyElementsOf(codes(row.get(2)));
        }
    }

    @Test
    void everyMetricOfShipgateIsOnThePage() {
        Set<String> exported = new TreeSet<>();
        Matcher types = Pattern.compile("# TYPE (shipgate_\\w+) ").matcher(exportAfterSomeRequests());
        while (types.find()) {
            exported.add(types.group(1));
        }
        // Prometheus has no type for the maximum of a timer; it comes beside the histogram or summary.
        exported.removeIf(name -> name.endsWith("_seconds_max"));
        assertThat(exported)
                .isEqualTo(new TreeSet<>(metrics().stream()
                        .map(row -> family(code(row, 0)))
                        .filter(name -> name.startsWith("shipgate_"))
                        .toList()));
    }

    @Test
    void theAlertsAskForMetricsThatAreExported() {
        String export = exportAfterSomeRequests();
        String alerts = Markdown.read("docs/operating.md").section("Metrics").blocks().stream()
                .filter(block -> block.language().equals("promql"))
                .map(Block::text)
                .findFirst()
                .orElseThrow();
        List<String> metrics = Pattern.compile("\\b(?:shipgate|http_server)_\\w+")
                .matcher(alerts)
                .results()
                .map(match -> match.group())
                .toList();
        assertThat(metrics).hasSize(10);
        metrics.forEach(metric -> assertThat(export).containsPattern("\n" + metric + "[{ ]"));
    }

    /** The type of a counter stands under its name without {@code _total}. */
    private static String family(String metric) {
        return metric.replaceFirst("_total$", "");
    }

    private static String exportAfterSomeRequests() {
        LiveRules.resetWithTests();
        Stream.of("load-gate", "retry-storms", "capacity", "release-readiness")
                .forEach(path ->
                        given().contentType("application/json").body("{}").post("/v1/" + path));
        return RestAssured.get("/q/metrics").asString();
    }

    /** The labels of the first line of a metric, without that of the histogram's buckets. */
    private static List<String> labelsOf(String metric, String export) {
        String line = export.lines()
                .filter(candidate -> SUFFIX.matcher(candidate.split("[{ ]", 2)[0])
                        .replaceFirst("")
                        .equals(metric))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("[{,](\\w+)=\"")
                .matcher(line)
                .results()
                .map(match -> match.group(1))
                .filter(label -> !label.equals("le"))
                .sorted()
                .toList();
    }
}
