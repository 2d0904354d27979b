package dev.shipgate.rulesets;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A caller who may change the rules. */
final class Publisher {

    static final String PATH = "load-gate/freeze.drl";
    static final String FREEZE = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Failure

            rule "search is frozen" @owner("search-team")
            when
                Release(service == "search")
            then
                insert(new Failure(null, "freeze", "Nothing ships this week."));
            end
            """;
    static final String READINESS_ONLY = """
            package shipgate.readiness
            import dev.shipgate.decision.Release

            rule "nothing is asked" @owner("sre")
            when
                Release(service == "nobody's")
            then
            end
            """;
    static final Map<String, String> FREEZE_ONLY = Map.of(PATH, FREEZE);

    private Publisher() {}

    static RequestSpecification request() {
        return given().contentType("application/json");
    }

    static Response publish(Map<String, String> files, @Nullable String message, @Nullable String expectedVersion) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("files", files);
        body.put("message", message);
        body.put("expected_version", expectedVersion);
        return request().body(body).post("/v1/rulesets");
    }

    static Response activate(String version, @Nullable String message) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("message", message);
        return request().body(body).post("/v1/rulesets/" + version + "/activation");
    }
}
