package dev.shipgate.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case.
 *
 * @param file the path of its file below the rules folder
 * @param line where it stands, from 1
 * @param name a sentence that states the requirement
 * @param evaluation the kind of evaluation, such as {@code load_gate}
 * @param request the body as a caller would send it
 * @param context the facts of the service, beside the request
 * @param expected the expectation that the answer must meet
 */
record PolicyTest(
        String file,
        int line,
        String name,
        String evaluation,
        JsonNode request,
        TestContext context,
        Expectation expected) {

    /**
     * The demands of a case on the answer, and on the rules that make it.
     *
     * @param verdict {@code pass} or {@code block}; null when it does not matter
     * @param answer fields that the answer must have; null when they do not matter
     * @param fires names of rules that must fire
     * @param doesNotFire names of rules that must not
     */
    record Expectation(
            @Nullable String verdict, @Nullable JsonNode answer, List<String> fires, List<String> doesNotFire) {}
}
