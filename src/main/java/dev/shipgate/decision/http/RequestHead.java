package dev.shipgate.decision.http;

import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.json.Inclusion;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.json.InvalidBodyException;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query and the headers of a request for an evaluation.
 *
 * @param blockStatus the status of an answer whose verdict is not a pass
 * @param include the parts that are asked for beside those that each answer has
 * @param idempotencyKey under which the request is decided once; null for none
 * @param wrong the errors in the query and the headers; the rest is of no use unless this is empty
 */
public record RequestHead(
        int blockStatus, Inclusion include, @Nullable String idempotencyKey, List<InvalidBodyException> wrong) {

    /** Reads it, after all other parameters of the query. */
    public static RequestHead read(Evaluation evaluation, QueryParameters query, HttpServerRequest request) {
        Inclusion include = Inclusion.of(query, evaluation.includes());
        int blockStatus = BlockStatus.of(query);
        List<InvalidBodyException> wrong = new ArrayList<>();
        try {
            query.throwIfAnyIsWrong();
        } catch (InvalidBodyException e) {
            wrong.add(e);
        }
        String idempotencyKey = null;
        try {
            idempotencyKey = IdempotencyKey.of(request);
        } catch (InvalidBodyException e) {
            wrong.add(e);
        }
        return new RequestHead(blockStatus, include, idempotencyKey, List.copyOf(wrong));
    }

    /**
     * The same, if it can be used.
     *
     * @throws InvalidBodyException when anything is wrong with it, with everything that is
     */
    public RequestHead requireRight() {
        if (!wrong.isEmpty()) {
            throw InvalidBodyException.ofAll(wrong);
        }
        return this;
    }
}
