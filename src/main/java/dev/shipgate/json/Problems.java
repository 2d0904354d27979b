package dev.shipgate.json;

import dev.shipgate.json.InvalidBodyException.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one body. */
public final class Problems {

    /** More problems than this are counted, not told: nobody reads them, and they could outgrow the request. */
    static final int MAX_TOLD = 1_000;

    private final List<Problem> told = new ArrayList<>();
    private int total;
    private boolean invalid;

    /** A value that its field cannot hold. */
    void invalid(String pointer, String detail) {
        invalid = true;
        add(pointer, detail);
    }

    /** A value that is right by itself and contradicts another. */
    void contradictory(String pointer, String detail) {
        add(pointer, detail);
    }

    private void add(String pointer, String detail) {
        total++;
        if (told.size() < MAX_TOLD) {
            told.add(new Problem(pointer, detail));
        }
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws InvalidBodyException with all problems, if there are any
     */
    public void throwIfAny() {
        if (total > 0) {
            throw new InvalidBodyException(invalid ? Kind.INVALID : Kind.CONTRADICTORY, told, total);
        }
    }
}
