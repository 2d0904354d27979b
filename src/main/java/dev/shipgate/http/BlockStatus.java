package dev.shipgate.http;

import dev.shipgate.json.InvalidBodyException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The status of an answer whose verdict is not a pass: 200, unless the caller asks for another, by which a step of a
 * pipeline fails without reading the answer.
 */
public final class BlockStatus {

    /** Its name in the query. */
    public static final String PARAMETER = "block_status";

    private static final int OK = 200;

    private static final Pattern VALID = Pattern.compile("4[0-9][0-9]");

    /** Those that say something else here, and those on which clients and proxies act by themselves. */
    private static final Set<Integer> TAKEN =
            Set.of(400, 401, 403, 404, 405, 406, 407, 408, 411, 413, 414, 415, 421, 422, 425, 426, 428, 429, 431, 499);

    private BlockStatus() {}

    /**
     * Reads the parameter.
     *
     * @param values those of {@value #PARAMETER} in the query
     * @throws InvalidBodyException when it cannot be one
     */
    public static int of(List<String> values) {
        if (values.isEmpty()) {
            return OK;
        }
        if (values.size() > 1) {
            throw InvalidBodyException.ofParameter(PARAMETER, "is there more than once. Which one is meant?");
        }
        String value = values.get(0);
        if (!VALID.matcher(value).matches() || TAKEN.contains(Integer.valueOf(value))) {
            throw InvalidBodyException.ofParameter(
                    PARAMETER,
                    "must be a status of 400 to 499 that means nothing else here, but is \"" + value
                            + "\". Maybe 409, 412, 417 or 424?");
        }
        return Integer.parseInt(value);
    }
}
