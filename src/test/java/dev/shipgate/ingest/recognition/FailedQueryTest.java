package dev.shipgate.ingest.recognition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportInput;
import dev.shipgate.ingest.request.Importer;
import dev.shipgate.ingest.request.LoadTestImporter;
import dev.shipgate.ingest.request.PointImporter;
import dev.shipgate.ingest.request.StepImporter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer of Prometheus that says that the query has failed, at every place and whatever is evaluated. */
class FailedQueryTest {

    private static final ResultFile FAILED = file(
            "user_turns",
            "turns.json",
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:9: parse error: unexpected end of input\"}");

    private static final ResultFile ANSWER = file(
            "service_attempts",
            "attempts.json",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},"
                    + "\"values\":[[1760000000,\"100\"]]}]}}");

    private static final ResultFile TABLE =
            file(null, "points.csv", "minute,user_turns,service_attempts,dependency_error_rate\n1,2,3,0\n");

    private static ResultFile file(@Nullable String field, String name, String text) {
        return ResultFile.of(field, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<List<ResultFile>> places() {
        return Stream.of(
                List.of(FAILED),
                List.of(FAILED, ANSWER),
                List.of(ANSWER, FAILED),
                List.of(ANSWER, FAILED, TABLE),
                List.of(TABLE, FAILED),
                List.of(new ResultFile(null, FAILED.name(), FAILED.content())));
    }

    @ParameterizedTest
    @MethodSource("places")
    void isNamedWhereverItStands(List<ResultFile> files) {
        ResultFormats formats = ResultFormats.all();
        for (Importer importer :
                List.of(new PointImporter(), new LoadTestImporter(formats), new StepImporter(formats))) {
            ImportInput input = new ImportInput(files, null, null, null, null, null, null, null, null);

            assertThatThrownBy(() -> input.toRequest(importer, path -> null, Deadline.NONE))
                    .isInstanceOf(UnreadableResultException.class)
                    .hasMessage(
                            "turns.json: The query has failed: bad_data: 1:9: parse error: unexpected end of input.");
        }
    }
}
