package dev.shipgate.decision.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.console.link.ConsoleLinks;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportReader;
import dev.shipgate.report.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers in the forms that are not the answer itself. */
@ApplicationScoped
public class FormattedAnswers {

    private static final String VERDICT = "verdict";

    private final ObjectMapper json;
    private final Evaluations evaluations;
    private final ConsoleLinks console;

    FormattedAnswers(ObjectMapper json, Evaluations evaluations, ConsoleLinks console) {
        this.json = json;
        this.evaluations = evaluations;
        this.console = console;
    }

    /** The answer of an evaluation. */
    public byte[] write(RequestedFormat form, String kind, Answered answered) {
        try {
            JsonNode answer = read(answered);
            return form.format().write(evaluations.reported(kind), answer, subject(answered), console.decision(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("The answer is not JSON", e);
        }
    }

    /** The answer of an evaluation, put in order for its readers. */
    public Report report(String kind, Answered answered) {
        try {
            JsonNode answer = read(answered);
            return ReportReader.read(evaluations.reported(kind), answer, subject(answered), console.decision(answer));
        } catch (IOException e) {
            throw new UncheckedIOException("The answer is not JSON", e);
        }
    }

    private static String subject(Answered answered) {
        Release release = answered.release();
        return Subject.of(release.service(), release.version(), release.environment());
    }

    /** With the verdict of its record: answers of earlier versions have none. */
    private JsonNode read(Answered answered) throws IOException {
        JsonNode answer = json.readTree(answered.body());
        if (answer instanceof ObjectNode fields && answered.verdict() != Verdict.ERROR && !fields.has(VERDICT)) {
            fields.put(VERDICT, answered.verdict().lowerCase());
        }
        return answer;
    }
}
