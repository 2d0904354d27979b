package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.docs.OpenApiDocument.AnswerExample;
import dev.shipgate.docs.OpenApiDocument.RequestExample;
import dev.shipgate.ingest.request.Importer;
import dev.shipgate.testing.LiveRules;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class OpenApiTest {

    @Inject
    Evaluations evaluations;

    @All
    @Inject
    List<Importer> importers;

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void everyEndpointIsInTheDocumentAndNoOther() {
        assertThat(OpenApiDocument.served().operations().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        endpoints().stream().flatMap(this::ofEachKind).toList());
    }

    private static Set<String> endpoints() {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.shipgate");
        Set<String> endpoints = new TreeSet<>();
        for (JavaClass resource : service) {
            if (resource.isAnnotatedWith(Path.class) && !isPage(resource)) {
                resource.getMethods().stream()
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .forEach(method -> endpoints.add(method.getAnnotations().stream()
                                        .filter(annotation ->
                                                annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                                        .map(annotation ->
                                                annotation.getRawType().getSimpleName())
                                        .findFirst()
                                        .orElseThrow()
                                + " "
                                + resource.getAnnotationOfType(Path.class).value()
                                + method.tryGetAnnotationOfType(Path.class)
                                        .map(Path::value)
                                        .orElse("")));
            }
        }
        return endpoints;
    }

    /** Pages are for people, and change as they need. */
    private static boolean isPage(JavaClass resource) {
        return resource.getPackageName().startsWith("dev.shipgate.console");
    }

    /** A path of its own for each kind of evaluation that has it. */
    private Stream<String> ofEachKind(String endpoint) {
        List<String> kinds = endpoint.contains("{path}/imports")
                ? importers.stream().map(Importer::kind).toList()
                : evaluations.kinds();
        return endpoint.contains("{path}")
                ? kinds.stream().map(kind -> endpoint.replace("{path}", Evaluations.pathOf(kind)))
                : Stream.of(endpoint);
    }

    @Test
    void everyRequestThatIsShownIsAnsweredAsShown() {
        OpenApiDocument document = OpenApiDocument.served();
        assertThat(document.requestExamples()).hasSizeGreaterThanOrEqualTo(12);
        for (RequestExample request : document.requestExamples()) {
            List<AnswerExample> shown = document.answersTo(request);
            assertThat(shown).as(request.toString()).hasSize(1);
            Response real = post(request);
            assertThat(real.statusCode())
                    .as(request.toString())
                    .isEqualTo(shown.get(0).status());
            JsonNode body = ShownJson.tree(real.asString());
            assertThat(ShownJson.differences(shown.get(0).body(), body)).isEmpty();
            assertThat(document.violations(shown.get(0).schema(), body)).isEmpty();
        }
    }

    @Test
    void onlyRequestsThatAreNotAnsweredBreakTheirSchema() {
        OpenApiDocument document = OpenApiDocument.served();
        for (RequestExample request : document.requestExamples()) {
            boolean valid = document.violations(document.requestSchema(request.path()), request.body())
                    .isEmpty();
            // A contradiction between values is nothing that a schema could say.
            boolean accepted = post(request).statusCode() != 400;
            assertThat(valid).as(request.toString()).isEqualTo(accepted);
        }
    }

    @Test
    void theActiveRulesetIsAsItsSchemaSays() {
        OpenApiDocument document = OpenApiDocument.served();
        JsonNode content = document.answer("GET /v1/rulesets/active", 200);
        LiveRules.save("load-gate/broken.drl", "package shipgate.loadgate\nrule \"broken\" when Nothing() then end\n");
        JsonNode real = ShownJson.tree(RestAssured.get("/v1/rulesets/active").asString());
        assertThat(real.at("/attempted/outcome").asText()).isEqualTo("refused");
        assertThat(document.violations(content.path("schema"), real)).isEmpty();
        assertThat(document.violations(
                        content.path("schema"),
                        content.path("examples").path("refused_edit").path("value")))
                .isEmpty();
    }

    @Test
    void aFieldThatNoSchemaNamesIsNoticed() {
        OpenApiDocument document = OpenApiDocument.served();
        JsonNode schema = document.answer("POST /v1/load-gate", 405).path("schema");
        JsonNode problem = ShownJson.tree(
                "{\"type\":\"a\",\"title\":\"b\",\"status\":400,\"detail\":\"c\",\"instance\":\"/\",\"extra\":1}");
        assertThat(document.violations(schema, problem))
                .hasSize(1)
                .first()
                .asString()
                .contains("extra");
    }

    @Test
    void swaggerUiShowsTheDocument() {
        assertThat(RestAssured.get("/q/swagger-ui/")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("'/q/openapi'");
    }

    private static Response post(RequestExample request) {
        return given().contentType("application/json")
                .body(request.body().toString())
                .post(request.path());
    }
}
