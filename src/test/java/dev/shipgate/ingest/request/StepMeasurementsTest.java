package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StepMeasurementsTest {

    private static final long START = 1_795_470_000_000L;

    private static StepMeasurements steps(int stepSeconds, Integer... concurrency) {
        return new StepMeasurements(Mapping.none(), new StepPlan(stepSeconds * 1_000L, List.of(concurrency)));
    }

    /** A request each second of 10 s, of as many milliseconds as there are users. */
    private static StepMeasurements run(StepMeasurements sink, int... usersByStep) {
        for (int step = 0; step < usersByStep.length; step++) {
            for (int second = 0; second < 10; second++) {
                long atMs = START + (step * 10 + second) * 1_000L;
                sink.users(atMs, usersByStep[step]);
                sink.sample("find", atMs, usersByStep[step], TimeUnit.MILLISECONDS, second == 0 && step == 1);
            }
        }
        return sink;
    }

    @Test
    void theUsersOfEachStepAndWhatItsRequestsTook() {
        assertThat(run(steps(10), 5, 10).steps())
                .hasToString("[{\"concurrency\":5,\"p95_ms\":5.0,\"error_rate\":0.0,\"samples\":10,\"failed\":0},"
                        + "{\"concurrency\":10,\"p95_ms\":10.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}]");
    }

    @Test
    void aDurationIsNeitherNegativeNorADay() {
        assertThatThrownBy(() -> steps(10, 5).sample("find", START, -1, TimeUnit.MILLISECONDS, false))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("A duration of \"find\" is -1 milliseconds. It must be 0 or more, and less than a day.");
        assertThatThrownBy(() -> steps(10, 5).sample("find", START, 86_400_000, TimeUnit.MILLISECONDS, false))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "A duration of \"find\" is 86400000 milliseconds. It must be 0 or more, and less than a day.");
    }

    @Test
    void theConcurrencyThatIsGivenCounts() {
        assertThat(run(steps(10, 50, 100), 5, 10).steps().findValuesAsText("concurrency"))
                .containsExactly("50", "100");
        assertThatThrownBy(() -> run(steps(10, 50), 5, 10).steps())
                .hasMessage("The run has 2 steps of 10 s, but 1 concurrencies are given.");
    }

    @Test
    void usersThatComeAndGoDoNotChangeTheConcurrencyOfAStep() {
        StepMeasurements sink = run(steps(10), 5, 10);
        sink.users(START + 3_500, 4);
        sink.users(START + 13_500, 12);
        assertThat(sink.steps().findValuesAsText("concurrency")).containsExactly("5", "10");
    }

    @Test
    void aRequestBelongsToTheStepInWhichItStarted() {
        StepMeasurements sink = run(steps(10), 5, 10);
        sink.sample("find", START + 9_999, 60_000, TimeUnit.MILLISECONDS, false);
        assertThat(sink.steps().findValuesAsText("p95_ms")).containsExactly("60000.0", "10.0");
    }

    @Test
    void aContradictedSuccessBelongsToTheStepOfItsRequest() {
        StepMeasurements sink = run(steps(10), 5, 10);
        sink.contradictingStatus("find", START + 12_000, 3);
        assertThat(sink.steps().get(0).has("contradicting_status")).isFalse();
        assertThat(sink.steps().get(1).get("contradicting_status").longValue()).isEqualTo(3);
    }

    @Test
    void whatComesAfterTheLastWholeStepIsLeftOutAndTold() {
        StepMeasurements sink = run(steps(10), 5, 10);
        sink.sample("find", START + 22_000, 1, TimeUnit.MILLISECONDS, false);
        assertThat(sink.steps()).hasSize(2);
        assertThat(sink.notes())
                .containsExactly(
                        "1 request, which did not fail, is left out as the last 2 s of the run are no whole step.");
    }

    @Test
    void aStepWithoutRequestsWasNotMeasured() {
        StepMeasurements sink = steps(10, 1, 2, 3);
        sink.sample("find", START, 1, TimeUnit.MILLISECONDS, false);
        sink.sample("find", START + 29_000, 1, TimeUnit.MILLISECONDS, false);
        assertThat(sink.steps().get(1)).hasToString("{\"concurrency\":2,\"samples\":0}");
    }

    @Test
    void withoutUsersOrTimesThereAreNoSteps() {
        StepMeasurements noUsers = steps(10);
        noUsers.sample("find", START, 1, TimeUnit.MILLISECONDS, false);
        assertThatThrownBy(noUsers::steps).hasMessageStartingWith("The file does not say how many users there were.");
        assertThatThrownBy(() -> steps(10).sample("find", 0, 1, TimeUnit.MILLISECONDS, false))
                .hasMessageStartingWith("The file does not say when a request started");
        assertThatThrownBy(() -> steps(10).summary("find", Summary.ofCounts(1.0, 100, 0)))
                .hasMessageStartingWith("The file has figures of the whole run, which cannot be cut into steps.");
    }

    @Test
    void whatTheMappingLeavesOutIsInNoStep() {
        Mapping mapping = Mapping.read("leave_out: [{name: login}]".getBytes(StandardCharsets.UTF_8));
        StepMeasurements sink = new StepMeasurements(mapping, new StepPlan(10_000, List.of(1)));
        sink.sample("login", START, 9_000, TimeUnit.MILLISECONDS, true);
        sink.sample("find", START, 1, TimeUnit.MILLISECONDS, false);
        assertThat(sink.steps())
                .hasToString("[{\"concurrency\":1,\"p95_ms\":1.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}]");
    }
}
