package dev.shipgate.decision.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.AnswerFormat;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.DecisionResponse;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.http.ProblemTypes;
import dev.shipgate.memory.HeapShares;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers as JSON, and rules that failed as a problem detail (RFC 9457). */
@ApplicationScoped
public class JsonAnswers implements AnswerFormat {

    /** The member of a problem that quotes the policy. */
    private static final String FAILED = "failed";

    private final ObjectMapper json;
    private final long maxBytes;

    @Inject
    public JsonAnswers(ObjectMapper json) {
        this(json, HeapShares.answer());
    }

    /** @param maxBytes of one answer */
    JsonAnswers(ObjectMapper json, long maxBytes) {
        this.json = json;
        this.maxBytes = maxBytes;
    }

    /** It has no field that a caller could read as a pass. */
    private record FailedEvaluation(
            URI type,
            int status,
            String title,
            String detail,
            String instance,
            PolicyEvaluationException.Reason reason,
            UUID decisionId,

            @JsonProperty(FAILED) @JsonInclude(Include.NON_NULL) @Nullable
            RuleFailure failed) {}

    @Override
    public byte[] answer(DecisionResponse response) {
        return write(response);
    }

    @Override
    public byte[] failure(UUID decisionId, String kind, PolicyEvaluationException failure) {
        try {
            String detail = Objects.requireNonNull(failure.getMessage());
            return write(report(decisionId, kind, failure, detail, failure.failed()));
        } catch (PolicyEvaluationException e) {
            // The facts on which a rule failed, or its message, may be too large for the report. The failure itself is
            // reported and recorded all the same.
            return write(report(decisionId, kind, failure, failure.summary(), null));
        }
    }

    private static FailedEvaluation report(
            UUID decisionId,
            String kind,
            PolicyEvaluationException failure,
            String detail,
            @Nullable RuleFailure failed) {
        return new FailedEvaluation(
                ProblemTypes.of("policy-evaluation-failed"),
                500,
                "The rules could not be evaluated",
                detail,
                "/v1/" + Evaluations.pathOf(kind),
                failure.reason(),
                decisionId,
                failed);
    }

    /** A report of rules that failed, for somebody who may not read them. */
    public byte[] withoutPolicy(byte[] failure) {
        try {
            return json.writeValueAsBytes(((ObjectNode) json.readTree(failure)).without(FAILED));
        } catch (IOException e) {
            throw new UncheckedIOException("The problem of failed rules could not be read", e);
        }
    }

    /** An answer as it was recorded, and with its firings if they are asked for. Rules that failed tell of none. */
    public byte[] body(Answered answered, Inclusion include) {
        return include.firings() && answered.verdict() != Verdict.ERROR
                ? withFirings(answered.replayed() ? CountedFirings.remove(answered.body()) : answered.body(), answered)
                : answered.body();
    }

    /** As many of the first as fit into one answer. */
    private byte[] withFirings(byte[] answer, Answered answered) {
        IncludedFirings fitting = answered.firings().apply(maxBytes - answer.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In the place of the closing brace.
        bytes.write(answer, 0, answer.length - 1);
        bytes.writeBytes(",\"firings\":[".getBytes(StandardCharsets.UTF_8));
        boolean cut = fitting.cut();
        String before = "";
        for (JsonSerializable firing : fitting.first()) {
            byte[] row = firing(firing);
            if (bytes.size() + (long) row.length > maxBytes) {
                cut = true;
                break;
            }
            bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(row);
            before = ",";
        }
        bytes.writeBytes((cut ? "],\"firings_cut\":true}" : "]}").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private byte[] firing(JsonSerializable firing) {
        try {
            return json.writeValueAsBytes(firing);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A firing could not be written as JSON", e);
        }
    }

    private byte[] write(Object answer) {
        LimitedBytes bytes = new LimitedBytes(maxBytes);
        try {
            json.writeValue(bytes, answer);
            return bytes.toByteArray();
        } catch (LimitedBytes.TooManyException e) {
            throw PolicyEvaluationException.answerTooLarge(maxBytes, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The answer cannot be written as JSON", e);
        }
    }
}
