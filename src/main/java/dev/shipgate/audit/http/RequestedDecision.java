package dev.shipgate.audit.http;

import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.http.NotFoundProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;

/** The decision that a path names. */
public final class RequestedDecision {

    private RequestedDecision() {}

    /**
     * Finds it.
     *
     * @throws HttpProblem 404 when there is none
     */
    public static StoredRecord find(RecordReader records, String id) {
        return records.record(parse(id)).orElseThrow(() -> none(id));
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw NotFoundProblem.of("There is no decision \"" + id
                    + "\". The id of a decision looks like 01a2124e-d556-7785-af7b-f95f1cca7979.");
        }
    }

    private static HttpProblem none(String id) {
        return NotFoundProblem.of("There is no decision \"" + id
                + "\". Maybe it is older than decisions are kept? GET /v1/decisions " + "lists them.");
    }
}
