package dev.shipgate.json;

import dev.shipgate.json.InvalidBodyException.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one body. */
public final class Problems {

    /** More problems than this are counted, not told: nobody reads them, and they could outgrow the request. */
    static final int MAX_REPORTED = 1_000;

    /** The same of characters, but for the first problem: one pointer can be nearly as long as the request. */
    static final int MAX_REPORTED_CHARACTERS = 1_000_000;

    private final List<Problem> reported = new ArrayList<>();
    private int reportedCharacters;
    private int total;
    private boolean invalid;

    /** A value that its field cannot hold. */
    void invalid(JsonPath path, String detail) {
        invalid = true;
        add(path, detail);
    }

    /** A value that is right by itself and contradicts another. */
    void contradictory(JsonPath path, String detail) {
        add(path, detail);
    }

    private void add(JsonPath path, String detail) {
        total++;
        if (reported.size() < MAX_REPORTED && reportedCharacters < MAX_REPORTED_CHARACTERS) {
            String pointer = path.pointer();
            reported.add(new Problem(pointer, detail));
            reportedCharacters += pointer.length() + detail.length();
        }
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws InvalidBodyException with all problems, if there are any
     */
    public void throwIfAny() {
        if (total > 0) {
            throw new InvalidBodyException(invalid ? Kind.INVALID : Kind.CONTRADICTORY, reported, total);
        }
    }
}
