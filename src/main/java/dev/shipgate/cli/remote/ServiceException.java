package dev.shipgate.cli.remote;

import java.util.List;

/** A service gave no answer that could be used. */
public final class ServiceException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean requestIsWrong;
    private final boolean rulesAreRefused;
    private final transient List<String> lines;

    private ServiceException(boolean requestIsWrong, boolean rulesAreRefused, List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.requestIsWrong = requestIsWrong;
        this.rulesAreRefused = rulesAreRefused;
        this.lines = List.copyOf(lines);
    }

    /** The service reports the problems of the request. */
    static ServiceException ofRequest(List<String> lines) {
        return new ServiceException(true, false, lines);
    }

    /** The service says why rules that it was sent cannot decide. */
    static ServiceException ofRules(List<String> lines) {
        return new ServiceException(true, true, lines);
    }

    /** The service cannot be reached, refuses the caller, failed, or is none. */
    static ServiceException ofService(List<String> lines) {
        return new ServiceException(false, false, lines);
    }

    /** Whether the same request will be wrong again, whoever sends it. */
    public boolean requestIsWrong() {
        return requestIsWrong;
    }

    /** Whether the rules that were sent cannot decide. */
    public boolean rulesAreRefused() {
        return rulesAreRefused;
    }

    /** The lines that explain the failure, a problem each. */
    public List<String> lines() {
        return lines;
    }
}
