package dev.shipgate.audit.http;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.gate;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.hash.Sha256;
import dev.shipgate.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that somebody changed, or a broken disk: nobody is answered as if nothing were. */
@QuarkusTest
class ChangedRecordTest {

    private static final String LATEST = "/v1/decisions/latest";
    private static final String QUERY = "?kind=load_gate&service=changed&environment=staging&version=1";

    private final String database = "jdbc:sqlite:"
            + ConfigProvider.getConfig()
                    .getValue("shipgate.data.dir", Path.class)
                    .resolve("audit.db");
    private String id = "";

    @BeforeEach
    void aBlockAndACopyOfItsRecord() throws SQLException {
        id = gate("{\"service\":\"changed\",\"environment\":\"staging\",\"version\":\"1\"}")
                .statusCode(200)
                .extract()
                .path("decision_id");
        Sql.update(database, "CREATE TABLE kept AS SELECT * FROM record WHERE " + itself());
    }

    @AfterEach
    void putBack() throws SQLException {
        change("(verdict, hash, content) = (SELECT verdict, hash, content FROM kept)");
        Sql.update(database, "DROP TABLE kept");
        given().get(LATEST + QUERY).then().statusCode(200).body("verdict", equalTo("block"));
    }

    private String itself() {
        return "decision_id = x'" + id.replace("-", "") + "'";
    }

    private void change(String columns) throws SQLException {
        assertThat(Sql.update(database, "UPDATE record SET " + columns + " WHERE " + itself()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict = 'pass'", "hash = x'00'", "content = x'00'"})
    void isNoLatestDecision(String columns) throws SQLException {
        change(columns);
        for (Method method : List.of(Method.GET, Method.POST)) {
            for (String more : List.of("", "&block_status=412", "&max_age_seconds=60")) {
                isProblem(given().request(method, LATEST + QUERY + more).then(), 503, LATEST)
                        .body("type", endsWith("records-contradict"))
                        .body("verdict", nullValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"evaluated_at\":\"", "\"instant\":\"", "\"date\":\"", "\"day_of_week\":\"", "\"hour\":"})
    void whoseTimeIsNoneIsNotReplayed(String before) throws SQLException {
        String text = given().get("/v1/decisions/" + id).asString().replaceFirst(before, before + "9");
        String hashed = text.substring(0, text.indexOf(",\"hash\":")) + "}";
        change(content(contentOf(text)) + ", hash = x'" + Sha256.hex(hashed.getBytes(UTF_8)) + "'");

        String replay = "/v1/decisions/" + id + "/replay";
        isProblem(given().post(replay).then(), 503, replay)
                .body("type", endsWith("records-contradict"))
                .body("detail", startsWith("The decision " + id + " is not as it was recorded: "));
    }

    private static String contentOf(String record) {
        return record.substring(0, record.indexOf(",\"chain\":"));
    }

    private static String content(String text) {
        return "content = x'" + HexFormat.of().formatHex(Zstandard.compress(text.getBytes(UTF_8))) + "'";
    }

    @Test
    void thatCanBeReadIsAProblemInEveryForm() throws SQLException {
        String content = contentOf(given().get("/v1/decisions/" + id).asString());

        change(content(content.replace("block", "pass!")));
        isNotAnswered();
        // As many spaces as need no room in the database, and much of it in memory.
        change(content(content.replaceFirst("\"request\":", "$0" + " ".repeat(1 << 24))));
        isNotAnswered();
    }

    private void isNotAnswered() {
        String record = "/v1/decisions/" + id;
        for (String form : List.of("application/json", "text/plain", "text/markdown")) {
            isUnreadable(given().accept(form).get(record), record);
        }
        isUnreadable(given().post(record + "/replay"), record + "/replay");
    }

    private static void isUnreadable(Response answer, String path) {
        isProblem(answer.then(), 503, path)
                .body("type", endsWith("records-contradict"))
                .body("detail", startsWith("The content of the record at position "));
    }

    @Test
    void thatCannotBeReadIsAProblemAndEndsAnExport() throws SQLException {
        change("content = x'00'");
        String record = "/v1/decisions/" + id;
        isUnreadable(given().get(record), record);
        isUnreadable(given().accept("text/markdown").get(record), record);
        isUnreadable(given().post(record + "/replay"), record + "/replay");
        given().accept("application/x-ndjson")
                .get("/v1/decisions?service=changed&limit=1")
                .then()
                .statusCode(503);
        // All that a list tells is in the index.
        given().get("/v1/decisions?service=changed&limit=1")
                .then()
                .statusCode(200)
                .body("decisions[0].decision_id", equalTo(id));
    }
}
