package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.context.MeasuredRoute;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.json.InvalidBodyException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the numbers that a release showed from the record of its decision. */
public final class RecordedMeasurements {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evaluations evaluations;

    public RecordedMeasurements(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * The numbers that a release showed.
     *
     * @param kind of evaluation
     * @param request as it was recorded
     * @param answer as it was recorded
     * @param masked whether any value of the request was
     * @throws IllegalArgumentException when not all of it is known, as where a value is masked
     */
    ReleaseMeasurements of(String kind, byte[] request, byte[] answer, boolean masked) {
        try {
            Question question = Evaluator.read(evaluations.ofKind(kind), request, null);
            ReleaseMeasurements measured = question.measurements(JSON.readTree(answer));
            if (masked && names(question.release(), measured).anyMatch(name -> name.contains(Masking.PREFIX))) {
                throw new IllegalArgumentException("A name is masked");
            }
            return measured;
        } catch (InvalidBodyException | IOException e) {
            throw new IllegalArgumentException("The request or the answer cannot be read any more", e);
        }
    }

    /** The names by which measurements are found. */
    private static Stream<String> names(Release release, ReleaseMeasurements measured) {
        return Stream.concat(
                Stream.of(release.service(), release.environment(), release.version())
                        .filter(Objects::nonNull),
                measured.routes().stream().map(MeasuredRoute::route));
    }

    /**
     * The numbers that the release of a recorded decision showed.
     *
     * @throws IllegalArgumentException when not all of it is known, as where a value is masked
     */
    public ReleaseMeasurements of(RecordedDecision decision) {
        String kind = Objects.requireNonNullElse(decision.head().text("kind"), "");
        return of(
                kind,
                decision.request(),
                decision.response(),
                !decision.head().masked().isEmpty());
    }
}
