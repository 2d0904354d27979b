package dev.shipgate.policy.drl;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Characters that have no place in the code of rules, as nobody sees them or takes them for others: a name with a
 * Cyrillic letter in it, or with a joiner, looks like another name. Letters with accents are none.
 */
final class LookAlikes {

    /** All but those that any keyboard has, and the letters of Latin-1, no two of which look alike. */
    static final Pattern NOT_FOR_CODE = Pattern.compile("[^\\p{ASCII}À-ÖØ-öø-ÿ]");

    private static final Map<Integer, String> MEANT = Map.ofEntries(
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x00AB, "\""),
            Map.entry(0x00BB, "\""),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x00D7, "*"),
            Map.entry(0x2260, "!="),
            Map.entry(0x2264, "<="),
            Map.entry(0x2265, ">="));

    private LookAlikes() {}

    /**
     * The text that says why a character, such as {@code U+0430}, is refused, and names the character to write in its
     * place if that is known.
     */
    static String message(int character) {
        String name = String.format(Locale.ROOT, "U+%04X", character);
        if (isUnseen(character)) {
            return "Here is the character " + name + ", which nobody sees. Leave it out.";
        }
        String message = "The character " + Character.toString(character) + " (" + name + ", "
                + String.valueOf(Character.getName(character)).toLowerCase(Locale.ROOT)
                + ") can stand in texts and comments only.";
        return message + meant(character);
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private static String meant(int character) {
        if (Character.isSpaceChar(character)) {
            return " Maybe a blank?";
        }
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        String meant = MEANT.getOrDefault(character, plain);
        return meant.codePoints().allMatch(sign -> sign > ' ' && sign < 128) ? " Maybe " + meant + "?" : "";
    }
}
