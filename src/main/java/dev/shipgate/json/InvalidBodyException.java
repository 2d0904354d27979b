package dev.shipgate.json;

import java.util.List;

/** A body that cannot be evaluated, with everything that is wrong with it. */
public final class InvalidBodyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The kind of error. */
    public enum Kind {
        /** Not JSON at all. */
        MALFORMED,
        /** Values that their fields cannot hold. */
        INVALID,
        /** Each value is right by itself, but they contradict one another. */
        CONTRADICTORY
    }

    private final Kind kind;
    private final transient List<Problem> problems;
    private final int total;

    InvalidBodyException(Kind kind, List<Problem> problems, int total) {
        super(kind + " " + problems);
        this.kind = kind;
        this.problems = List.copyOf(problems);
        this.total = total;
    }

    /** A request whose query parameter is wrong. */
    public static InvalidBodyException ofParameter(String name, String detail) {
        return ofParameters(List.of("The query parameter " + name + " " + detail));
    }

    /** A request whose query parameters are wrong, in sentences. */
    public static InvalidBodyException ofParameters(List<String> details) {
        return new InvalidBodyException(
                Kind.INVALID,
                details.stream().map(detail -> new Problem("", detail)).toList(),
                details.size());
    }

    /** A request with a part that is wrong: one of a form, or a file. */
    public static InvalidBodyException ofPart(String part, String detail) {
        Problem problem = new Problem(JsonPath.ROOT.child(part).pointer(), detail);
        return new InvalidBodyException(Kind.INVALID, List.of(problem), 1);
    }

    /** A request with several things wrong in or beside its parts. */
    public static InvalidBodyException ofParts(List<Problem> problems) {
        return new InvalidBodyException(Kind.INVALID, problems, problems.size());
    }

    /** A request whose header is wrong. */
    public static InvalidBodyException ofHeader(String name, String detail) {
        return new InvalidBodyException(Kind.INVALID, List.of(new Problem("", "The header " + name + " " + detail)), 1);
    }

    /** A request that contradicts itself, or lacks a value that the rules do not give either. */
    public static InvalidBodyException contradictory(List<Problem> problems) {
        return new InvalidBodyException(Kind.CONTRADICTORY, problems, problems.size());
    }

    /** A request with several parts that are wrong, each with all that is wrong with it. */
    public static InvalidBodyException ofAll(List<InvalidBodyException> parts) {
        return new InvalidBodyException(
                Kind.INVALID,
                parts.stream().flatMap(part -> part.problems().stream()).toList(),
                parts.stream().mapToInt(InvalidBodyException::total).sum());
    }

    public Kind kind() {
        return kind;
    }

    /** The problems, as many as are worth telling. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many problems there are. */
    public int total() {
        return total;
    }
}
