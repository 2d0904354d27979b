package dev.shipgate.policy.drl;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that rule files must not have for the sake of their compilers, which read a file before anything else can be
 * checked: found in the plain text.
 */
final class TextRestrictions {

    /** People lose their way before; a parser takes three times as long with each, and more where it stumbles. */
    static final int MAX_NESTING = 10;

    /** The Java compiler tries each together with all ways in which the one around it can be meant. */
    static final int MAX_LAMBDAS = 3;

    /** Over these compilers take twice as long with each. */
    private static final Pattern BRACKETS_IN_A_ROW = Pattern.compile("(?:\\(\\s*){7}");

    /** Of types within types, such as {@code List<List<String>>}. */
    private static final Pattern TYPES_IN_A_ROW = Pattern.compile("(?:<[\\w$\\s.,?&\\[\\]]*+){12}");

    /** Compilers write each together with all behind it. */
    private static final Pattern SIGNS_IN_A_ROW = Pattern.compile("(?:[-+!~]\\s*){20}");

    /** The checks for slips look behind each letter for the end of its word. */
    private static final Pattern LONG_WORD = Pattern.compile("[\\w$.]{1001,}+");

    /** In one, a part that looks like a comment is text, and code after it could hide. */
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"");

    private static final int MAX_REPORTED = 100;

    /** The compiler of Java reads these before anything else, so that code could hide in a comment. */
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u");

    /** The compiler joins constant texts itself, and a few lines of them make one of gigabytes. */
    private static final Pattern CONSTANT = Pattern.compile("\\b(?:final|interface)\\b");

    /** Of a text that goes on in the next line, where the parser still sees text and everybody else code. */
    private static final Pattern QUOTE = Pattern.compile("[\"']");

    private final RuleFile file;
    private final FileText text;
    private final List<Diagnostic> violations = new ArrayList<>();

    private TextRestrictions(RuleFile file) {
        this.file = file;
        this.text = new FileText(file.source());
    }

    static List<Diagnostic> violations(RuleFile file) {
        TextRestrictions restrictions = new TextRestrictions(file);
        restrictions.find(
                UNICODE_ESCAPE, file.source(), "unicode-escape", "Write the character itself instead of its number.");
        restrictions.find(TEXT_BLOCK, file.source(), "not-allowed", "Write a text in one line, without three quotes.");
        restrictions.find(
                LONG_WORD,
                file.source(),
                "too-much",
                "Here is a word of more than 1000 letters, digits and dots."
                        + " Maybe a blank is missing, or this is no text for a rule?");
        String code = CodeText.blanked(file.source());
        restrictions.find(
                CONSTANT, code, "not-allowed", "Rules must not use the words final and interface. Leave final out.");
        restrictions.find(BRACKETS_IN_A_ROW, code, "nesting", "Leave out the brackets that are not needed here.");
        restrictions.find(TYPES_IN_A_ROW, code, "nesting", "Here are 12 signs < in a row. Maybe a type of your own?");
        restrictions.find(
                QUOTE, code, "syntax", "The text that begins here does not end on its line. Maybe a quote is missing?");
        restrictions.find(
                SIGNS_IN_A_ROW, code, "too-much", "Here are 20 signs in a row. Leave out those that are not needed.");
        restrictions.checkLetters(code);
        restrictions.checkNesting(code);
        CallsInARow.tooManyIn(code)
                .ifPresent(at -> restrictions.add(
                        at,
                        "too-much",
                        "Here are more than " + CallsInARow.MAX + " calls in a row. Maybe several statements?"));
        return restrictions.violations;
    }

    private void find(Pattern sought, String searched, String code, String message) {
        Matcher found = sought.matcher(searched);
        while (violations.size() < MAX_REPORTED && found.find()) {
            add(found.start(), code, message);
        }
    }

    private void checkLetters(String code) {
        Matcher found = LookAlikes.NOT_FOR_CODE.matcher(code);
        while (violations.size() < MAX_REPORTED && found.find()) {
            add(found.start(), "encoding", LookAlikes.message(found.group().codePointAt(0)));
        }
    }

    private void checkNesting(String code) {
        OpenCode open = new OpenCode();
        for (int i = 0; i < code.length(); i++) {
            open.read(code, i);
            if (open.brackets() > MAX_NESTING) {
                add(i, "nesting", "More than " + MAX_NESTING + " brackets are open here. Maybe one was never closed?");
                return;
            }
            if (open.lambdas() > MAX_LAMBDAS) {
                add(
                        i,
                        "nesting",
                        "More than " + MAX_LAMBDAS + " lambdas are open here. Maybe a function for the inner?");
                return;
            }
        }
    }

    private void add(int offset, String code, String message) {
        Place place = text.place(offset);
        violations.add(Diagnostic.error(file.path(), place.line(), place.column(), null, code, message));
    }
}
