package dev.shipgate.decision.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Release;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers in the form that their caller asks for. As JSON they are the bytes that were recorded. */
@ApplicationScoped
public class FormattedAnswers {

    private final ObjectMapper json;
    private final Evaluations evaluations;

    FormattedAnswers(ObjectMapper json, Evaluations evaluations) {
        this.json = json;
        this.evaluations = evaluations;
    }

    /** The answer of an evaluation. */
    public byte[] write(RequestedFormat form, String kind, Answered answered) {
        if (form.isJson()) {
            return answered.body();
        }
        try {
            return form.format()
                    .write(evaluations.reported(kind), json.readTree(answered.body()), subject(answered.release()));
        } catch (IOException e) {
            throw new UncheckedIOException("The answer is not JSON", e);
        }
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
