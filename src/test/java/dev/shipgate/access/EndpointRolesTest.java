package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.docs.OpenApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every endpoint against every role and none, as the OpenAPI document says; another test says that every endpoint is
 * in the document.
 */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class EndpointRolesTest {

    /** Each operation, such as {@code GET /v1/rules}, with its node in the document. */
    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = OpenApiDocument.of(Keys.with(Keys.text(Roles.AUTHOR))
                        .get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .operations();
        assertThat(operations).hasSizeGreaterThanOrEqualTo(11);
        return operations;
    }

    /** The ways in which an operation lets a caller in: the roles of each are all needed, with commas between them. */
    private static Set<String> waysByKey(JsonNode operation, String scheme) {
        Set<String> ways = new TreeSet<>();
        operation.path("security").forEach(way -> {
            if (way.has(scheme)) {
                Set<String> roles = new TreeSet<>();
                way.path(scheme).forEach(role -> roles.add(role.asText()));
                ways.add(String.join(",", roles));
            }
        });
        return ways;
    }

    /** Every role alone, and those that some operation needs together. */
    private static Set<String> callers() {
        Set<String> callers = new TreeSet<>(Roles.ALL);
        callers.add(Keys.AUDIT_AND_AUTHOR);
        return callers;
    }

    @Test
    void everyOperationNamesItsRolesAndSaysHowItRefuses() {
        operations().forEach((name, operation) -> {
            Set<String> ways = waysByKey(operation, "key");
            assertThat(ways).as(name).isNotEmpty();
            assertThat(callers()).as(name).containsAll(ways);
            assertThat(waysByKey(operation, "token")).as(name).isEqualTo(ways);
            // A key or a token, and not both.
            operation.path("security").forEach(way -> assertThat(way).as(name).hasSize(1));
            List<String> statuses = new ArrayList<>();
            operation.path("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).as(name).contains("401", "403", "429");
        });
    }

    @Test
    void eachCallerMayDoWhatTheDocumentSaysAndNothingElse() {
        Map<String, Set<String>> said = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        operations().forEach((name, operation) -> {
            Set<String> ways = waysByKey(operation, "key");
            Set<String> letIn = found.computeIfAbsent(name, key -> new TreeSet<>());
            Set<String> mayCall = said.computeIfAbsent(name, key -> new TreeSet<>());
            for (String caller : callers()) {
                List<String> roles = List.of(caller.split(","));
                if (ways.stream().anyMatch(way -> roles.containsAll(List.of(way.split(","))))) {
                    mayCall.add(caller);
                }
                int status = send(name, Keys.text(caller));
                if (status != 403) {
                    assertThat(operation.path("responses").has(Integer.toString(status)))
                            .as(name + " as " + caller + " is answered " + status)
                            .isTrue();
                    assertThat(status).as(name + " as " + caller).isNotIn(401, 429);
                    letIn.add(caller);
                }
            }
        });
        assertThat(found).isEqualTo(said);
    }

    @Test
    void whoHasOneOfTwoRolesIsToldBoth() {
        for (String role : Roles.ALL) {
            Keys.with(Keys.text(role))
                    .get("/v1/backtests/x")
                    .then()
                    .statusCode(403)
                    .body(
                            "detail",
                            equalTo("This needs the roles author and audit together, which the caller does not have. "
                                    + "No role implies another."));
        }
    }

    @Test
    void aValidationWithABacktestNeedsBothRoles() {
        String path = "/v1/rulesets/validation?backtest=1";
        assertThat(send("POST " + path, Keys.text(Roles.AUTHOR))).isEqualTo(403);
        assertThat(send("POST " + path, Keys.text(Keys.AUDIT_AND_AUTHOR))).isEqualTo(400);
    }

    @Test
    void whoSendsNothingGetsNothing() {
        operations()
                .keySet()
                .forEach(name -> assertThat(send(name, "")).as(name).isEqualTo(401));
    }

    private static int send(String operation, String credential) {
        String[] parts = operation.split(" ", 2);
        RequestSpecification request = Keys.with(credential);
        if (!parts[0].equals("GET")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(parts[0], parts[1].replaceAll("\\{\\w+}", "x")).statusCode();
    }

    private static Set<String> letIn(String path) {
        Set<String> letIn = new TreeSet<>();
        Stream.concat(Roles.ALL.stream(), Stream.of("nobody")).forEach(role -> {
            int status = Keys.with(role.equals("nobody") ? "" : Keys.text(role))
                    .get(path)
                    .statusCode();
            assertThat(status).as(path + " as " + role).isIn(200, role.equals("nobody") ? 401 : 403);
            if (status == 200) {
                letIn.add(role);
            }
        });
        return letIn;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void healthIsForEverybody(String path) {
        assertThat(letIn(path)).containsExactlyInAnyOrder("audit", "author", "evaluate", "nobody", "publish", "waive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health/../metrics", "/q//metrics", "/q/metrics/"})
    void metricsAreForAuditors(String path) {
        Stream.of("", Keys.text(Roles.EVALUATE))
                .forEach(credential -> assertThat(Keys.with(credential)
                                .urlEncodingEnabled(false)
                                .get(path)
                                .statusCode())
                        .isIn(401, 403));
        assertThat(letIn("/q/metrics")).containsExactly("audit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/"})
    void theContractIsForWhoeverHasARole(String path) {
        assertThat(letIn(path)).containsExactlyInAnyOrder("audit", "author", "evaluate", "publish", "waive");
    }

    @Test
    void thatAPathIsUnknownIsToldToWhoIsKnown() {
        assertThat(Keys.with("").get("/v1/nothing").statusCode()).isEqualTo(401);
        assertThat(Keys.with(Keys.text(Roles.EVALUATE)).get("/v1/nothing").statusCode())
                .isEqualTo(404);
    }
}
