package dev.shipgate.console;

/**
 * A verdict as pages show it: a word for everybody, and a style with a sign and a colour.
 *
 * @param style {@code pass}, {@code waived}, {@code block} or {@code error}
 * @param word such as {@code ships}
 */
public record VerdictWords(String style, String word) {

    /**
     * A verdict in words.
     *
     * @param verdict {@code pass}, {@code block} or {@code error}; any other word is no pass
     * @param waived how many reasons waivers cover
     */
    public static VerdictWords of(String verdict, int waived) {
        return switch (verdict) {
            case "pass" ->
                waived == 0 ? new VerdictWords("pass", "ships") : new VerdictWords("waived", "ships, waived");
            case "block" -> new VerdictWords("block", "blocked");
            default -> new VerdictWords("error", "no verdict");
        };
    }
}
