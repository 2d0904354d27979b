package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shipgate.docs.OpenApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each page and each form of the console is for those who may do the same over the API, by its document. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class PageRolesTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The operations of the API that the pages show or do. A page for everybody stands for none. */
    private static final Map<String, String> SAME_AS = Map.ofEntries(
            Map.entry("GET /", ""),
            Map.entry("GET /console", ""),
            Map.entry("GET /console/login", ""),
            Map.entry("POST /console/login", ""),
            Map.entry("POST /console/login/end", ""),
            Map.entry("GET /console/decisions", "GET /v1/decisions"),
            Map.entry("GET /console/decisions/live/{seen}", "GET /v1/decisions"),
            Map.entry("GET /console/decisions/{id}", "GET /v1/decisions/{id}"),
            Map.entry("GET /console/decisions/{id}/firings", "GET /v1/decisions/{id}"),
            Map.entry("GET /console/decisions/{id}/record.json", "GET /v1/decisions/{id}"),
            Map.entry("GET /console/decisions/{id}/report.csv", "GET /v1/decisions/{id}"),
            Map.entry("GET /console/decisions/{id}/replay", "POST /v1/decisions/{id}/replay"),
            Map.entry("GET /console/services", "GET /v1/decisions"),
            Map.entry("GET /console/rules", "GET /v1/rules"),
            Map.entry("GET /console/rules/rule", "GET /v1/rules"),
            Map.entry("GET /console/rules/file", "GET /v1/rulesets/{version}"),
            Map.entry("GET /console/rules/limits", "GET /v1/rules"),
            Map.entry("GET /console/rules/versions", "GET /v1/rulesets"),
            Map.entry("GET /console/rules/versions/{version}", "GET /v1/rulesets/{version}"),
            Map.entry("GET /console/rules/edit", "POST /v1/rulesets/validation or POST /v1/rulesets"),
            // A form that says no action is checked; another test publishes.
            Map.entry("POST /console/rules/edit", "POST /v1/rulesets/validation"),
            Map.entry("GET /console/rules/edit/activation", "POST /v1/rulesets/{version}/activation"),
            Map.entry("POST /console/rules/edit/activation", "POST /v1/rulesets/{version}/activation"),
            Map.entry("GET /console/waivers", "GET /v1/waivers"),
            Map.entry("GET /console/waivers/new", "POST /v1/waivers"),
            Map.entry("POST /console/waivers/new", "POST /v1/waivers"),
            Map.entry("GET /console/waivers/{id}", "GET /v1/waivers/{id}"),
            Map.entry("POST /console/waivers/{id}/end", "DELETE /v1/waivers/{id}"),
            Map.entry("GET /console/audit", "GET /v1/audit/events"),
            Map.entry("GET /console/audit/records", "GET /v1/audit/records"),
            Map.entry("GET /console/audit/verification", "GET /v1/audit/verification"),
            Map.entry("POST /console/audit/verification", "GET /v1/audit/verification"));

    /** Every page and form, such as {@code GET /console/decisions}. */
    private static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        for (JavaClass page : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.shipgate.console")) {
            if (page.isAnnotatedWith(Path.class)) {
                String path = page.getAnnotationOfType(Path.class).value();
                page.getMethods().stream()
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .forEach(method -> pages.add(method.getAnnotations().stream()
                                        .map(annotation -> annotation.getRawType())
                                        .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                                        .findFirst()
                                        .orElseThrow()
                                        .getSimpleName()
                                + " " + path
                                + method.tryGetAnnotationOfType(Path.class)
                                        .map(Path::value)
                                        .orElse("")));
            }
        }
        return pages;
    }

    /** The roles that alone are enough for one of some operations of the API. */
    private static Set<String> rolesOf(Map<String, JsonNode> operations, String oneOf) {
        Set<String> roles = new TreeSet<>();
        for (String operation : oneOf.split(" or ", -1)) {
            JsonNode found = Objects.requireNonNull(operations.get(operation), operation);
            found.path("security").forEach(way -> {
                if (way.path("key").size() == 1) {
                    roles.add(way.path("key").get(0).asText());
                }
            });
        }
        return roles;
    }

    @Test
    void everyPageNamesTheOperationThatItStandsFor() {
        assertThat(pages()).isEqualTo(new TreeSet<>(SAME_AS.keySet()));
    }

    @Test
    void eachRoleSeesTheSameOnPagesAsOverTheApi() {
        Map<String, JsonNode> operations = OpenApiDocument.of(Keys.with(Keys.text(Roles.AUTHOR))
                        .get("/q/openapi?format=json")
                        .asString())
                .operations();
        Map<String, Set<String>> said = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        SAME_AS.forEach((page, operation) -> {
            if (operation.isEmpty()) {
                return;
            }
            said.put(page, rolesOf(operations, operation));
            Set<String> letIn = new TreeSet<>();
            for (String role : Roles.ALL) {
                int status = status(page, Keys.text(role));
                assertThat(status).as(page + " as " + role).isNotIn(401, 429);
                if (status != 403) {
                    letIn.add(role);
                }
            }
            found.put(page, letIn);
        });
        assertThat(found).isEqualTo(said);
    }

    @Test
    void nobodySeesMoreThanTheWayIn() {
        SAME_AS.forEach((page, operation) -> {
            if (!operation.isEmpty()) {
                assertThat(status(page, "")).as(page).isIn(401, 429);
            }
        });
    }

    /** Of the head of the answer alone: news have no end. */
    private static int status(String page, String credential) {
        String[] parts = page.split(" ", 2);
        String origin = RestAssured.baseURI + ":" + RestAssured.port;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + parts[1].replaceAll("\\{\\w+}", "x")))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(parts[0], BodyPublishers.noBody());
        if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
