package dev.shipgate.access;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that an OpenID Connect provider has signed. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class TokensTest {

    private static final String GATE = "/v1/load-gate";

    private static String token(String query) {
        return given().get(Keys.issuer() + "/token?" + query).asString();
    }

    private static Response decide(String token) {
        return Keys.with(token)
                .contentType("application/json")
                .body("{\"service\":\"by-token\"}")
                .post(GATE);
    }

    @Test
    void theNameOfTheTokenIsInTheAudit() {
        decide(token("roles=evaluate")).then().statusCode(200);
        Keys.with(token("roles=audit"))
                .get("/v1/decisions?service=by-token")
                .then()
                .statusCode(200)
                .body("decisions[0].caller", equalTo("oidc:alice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forged=1",
                "expires_in=-60",
                "audience=another-service",
                "issuer=http://localhost:1",
            })
    void aTokenThatIsNotForThisServiceOrNotGoodAnyMoreIsRefused(String query) {
        isProblem(decide(token(query)).then(), 401, GATE)
                .header("WWW-Authenticate", "Bearer")
                .body("detail", containsString("is not accepted"));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        String[] parts = token("roles=evaluate").split("\\.", 3);
        // {"alg":"none"}
        isProblem(decide("eyJhbGciOiJub25lIn0." + parts[1] + ".").then(), 401, GATE);
        isProblem(decide(parts[0] + "." + parts[1] + ".").then(), 401, GATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "admin", "Evaluate", "evaluate%20audit"})
    void aTokenWithoutTheRoleIsToldWhichItTakes(String roles) {
        isProblem(decide(token("roles=" + roles)).then(), 403, GATE)
                .body("detail", containsString("This needs the role evaluate,"));
    }
}
