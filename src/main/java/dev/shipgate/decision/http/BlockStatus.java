package dev.shipgate.decision.http;

import dev.shipgate.http.QueryParameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The status of an answer whose verdict is not a pass: 200, unless the caller asks for another, by which a step of a
 * pipeline fails without reading the answer.
 */
public final class BlockStatus {

    private static final String PARAMETER = "block_status";

    private static final int OK = 200;

    private static final Pattern VALID = Pattern.compile("4[0-9][0-9]");

    /** Those that say something else here, and those on which clients and proxies act by themselves. */
    private static final Set<Integer> TAKEN =
            Set.of(400, 401, 403, 404, 405, 406, 407, 408, 411, 413, 414, 415, 421, 422, 425, 426, 428, 429, 431, 499);

    private static final List<Integer> EXAMPLES = List.of(409, 412, 417, 424);

    private BlockStatus() {}

    /**
     * Reads the status, and notes a problem with it.
     *
     * @param ofThePath the other statuses that mean something of their own on the path that is asked
     */
    public static int of(QueryParameters query, Integer... ofThePath) {
        Set<Integer> taken = new HashSet<>(TAKEN);
        taken.addAll(List.of(ofThePath));
        String examples = EXAMPLES.stream()
                .filter(example -> !taken.contains(example))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        Integer status = query.parsed(
                PARAMETER,
                value -> parse(value, taken),
                "a status of 400 to 499 that means nothing else here, such as " + examples);
        return status == null ? OK : status;
    }

    private static int parse(String value, Set<Integer> taken) {
        if (!VALID.matcher(value).matches() || taken.contains(Integer.valueOf(value))) {
            throw new IllegalArgumentException(value);
        }
        return Integer.parseInt(value);
    }
}
