package dev.shipgate.decision.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers in the forms that are not the answer itself. */
@ApplicationScoped
public class FormattedAnswers {

    private static final String VERDICT = "verdict";

    private final ObjectMapper json;
    private final Evaluations evaluations;

    FormattedAnswers(ObjectMapper json, Evaluations evaluations) {
        this.json = json;
        this.evaluations = evaluations;
    }

    /** The answer of an evaluation. */
    public byte[] write(RequestedFormat form, String kind, Answered answered) {
        try {
            return form.format().write(evaluations.reported(kind), read(answered), subject(answered.release()));
        } catch (IOException e) {
            throw new UncheckedIOException("The answer is not JSON", e);
        }
    }

    /** With the verdict of its record: answers of earlier versions have none. */
    private JsonNode read(Answered answered) throws IOException {
        JsonNode answer = json.readTree(answered.body());
        if (answer instanceof ObjectNode fields && answered.verdict() != Verdict.ERROR && !fields.has(VERDICT)) {
            fields.put(VERDICT, answered.verdict().lowerCase());
        }
        return answer;
    }

    /** Such as {@code voice-agent 2026.11.23-1 in production}; null when nothing is known of it. */
    private static @Nullable String subject(Release release) {
        String what = Stream.of(release.service(), release.version())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String where = release.environment() == null ? "" : "in " + release.environment();
        String subject = (what + " " + where).strip();
        return subject.isEmpty() ? null : subject;
    }
}
