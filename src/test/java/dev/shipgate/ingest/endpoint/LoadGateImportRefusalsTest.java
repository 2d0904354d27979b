package dev.shipgate.ingest.endpoint;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.ingest.endpoint.LoadGateImportTest.IMPORTS;
import static dev.shipgate.ingest.endpoint.LoadGateImportTest.QUALITY;
import static dev.shipgate.ingest.endpoint.LoadGateImportTest.SAMPLES;
import static dev.shipgate.ingest.endpoint.LoadGateImportTest.table;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that is no import is refused with an answer that says how to correct it, and nothing is decided. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class LoadGateImportRefusalsTest {

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void aFileThatIsOfNoRouteIsRefusedWithWhatToSay() throws IOException {
        isProblem(
                        given().contentType("application/json")
                                .body(Files.readAllBytes(SAMPLES.resolve("autocannon/result-tts.json")))
                                .post(IMPORTS)
                                .then(),
                        400,
                        IMPORTS)
                .body("type", endsWith("unreadable-result"))
                .body("detail", startsWith("The file measures the test as a whole and names no route."));
    }

    @Test
    void aLabelOfTwoValuesIsRefusedWithBoth() {
        String path = IMPORTS + "?label=a=b&label=a=c";
        isProblem(given().contentType("text/csv").body(table()).post(path).then(), 400, IMPORTS)
                .body(
                        "errors.detail",
                        hasItem("The query parameter label gives a twice, as \"b\" and as \"c\". Which one is meant?"));
    }

    @Test
    void aFormatThatIsNotThereIsNoPath() {
        String path = IMPORTS + "/k7";
        isProblem(given().contentType("text/csv").body(table()).post(path).then(), 404, path)
                .body("detail", startsWith("There is no format \"k7\". The formats are k6, gatling, jmeter"));
    }

    @Test
    void whatIsNotRecognisedIsRefusedWithWhatWasLookedFor() {
        isProblem(
                        given().contentType("text/csv")
                                .body("a,b\n1,2\n")
                                .post(IMPORTS)
                                .then(),
                        400,
                        IMPORTS)
                .body("errors", hasSize(1))
                .body(
                        "detail",
                        startsWith("This is not recognised as the result of a load-test tool. It starts with "));
    }

    @Test
    void whatIsSaidTwiceOrOfNothingIsRefused() {
        isProblem(
                        given().multiPart("qualty", QUALITY)
                                .multiPart("file", table())
                                .post(IMPORTS + "/jmeter")
                                .then(),
                        400,
                        IMPORTS + "/jmeter")
                .body("detail", startsWith("/qualty is the name of no part. The parts are file, quality, mapping and"));
        isProblem(
                        given().multiPart("file", table())
                                .post(IMPORTS + "?step_seconds=10")
                                .then(),
                        400,
                        IMPORTS)
                .body(
                        "detail",
                        startsWith(
                                "The query parameter step_seconds is not known here. Maybe one of [block_status, by,"));
        isProblem(given().multiPart("quality", QUALITY).post(IMPORTS).then(), 400, IMPORTS)
                .body("errors[0].pointer", equalTo("/file"));
        isProblem(
                        given().multiPart("file", table())
                                .multiPart("quality", QUALITY)
                                .multiPart("quality", QUALITY)
                                .post(IMPORTS)
                                .then(),
                        400,
                        IMPORTS)
                .body("errors[0].pointer", equalTo("/quality"));
        isProblem(
                        given().multiPart("file", table())
                                .multiPart("request", "{\"routes\": {}}")
                                .post(IMPORTS)
                                .then(),
                        400,
                        IMPORTS)
                .body("detail", equalTo("/request must not have \"routes\", which comes from the imported files."));
        isProblem(
                        given().multiPart("file", table())
                                .multiPart("request", "{\"service\": \"a\"}")
                                .post(IMPORTS + "?service=b")
                                .then(),
                        400,
                        IMPORTS)
                .body("detail", containsString("service is \"b\", but the part request says \"a\""));
        isProblem(
                        given().multiPart("file", table())
                                .post(IMPORTS + "?rout=find")
                                .then(),
                        400,
                        IMPORTS)
                .body("detail", containsString("rout is not known here"));
    }

    @Test
    void aFormThatIsCutOffIsRefusedSinceItMayLackParts() {
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + table() + "\r\n--b";
        for (String end : new String[] {"", "\r\nContent-Disposition: form-data; name=\"fi"}) {
            isProblem(
                            given().contentType("multipart/form-data; boundary=b")
                                    .body((form + end).getBytes(UTF_8))
                                    .post(IMPORTS)
                                    .then(),
                            400,
                            IMPORTS)
                    .body("detail", containsString("the form has no end. Is it cut off?"));
        }
        given().contentType("multipart/form-data; boundary=b")
                .body((form + "--\r\n").getBytes(UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(200);
        isProblem(
                        given().contentType("multipart/form-data")
                                .body(form.getBytes(UTF_8))
                                .post(IMPORTS)
                                .then(),
                        400,
                        IMPORTS)
                .body("detail", containsString("no boundary"));
    }
}
