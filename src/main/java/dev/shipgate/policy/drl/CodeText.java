package dev.shipgate.policy.drl;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text of rules without its quoted texts and comments. */
public final class CodeText {

    /** Texts and comments. */
    private static final Pattern NO_CODE = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|//[^\\n]*+|/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);

    private CodeText() {}

    /** The same text, of the same length and with the same lines, with blanks for texts and comments. */
    public static String blanked(String text) {
        return NO_CODE.matcher(text).replaceAll(CodeText::blank);
    }

    private static String blank(MatchResult found) {
        return found.group().replaceAll("[^\\n]", " ");
    }
}
