package dev.shipgate.policy;

import dev.shipgate.hash.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * One file of a ruleset.
 *
 * @param path its path below the rules folder, with {@code /} between the parts
 * @param text all of its content; bytes that are not UTF-8 stand as {@link #UNREADABLE}, for which it is refused
 * @param sha256 the hash of its bytes, in lower-case hex
 */
public record RuleFile(String path, String text, String sha256) {

    /** The character that stands for bytes that are not UTF-8. */
    public static final char UNREADABLE = '\uFFFD';

    private static final String MAPPINGS = "imports/";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public static RuleFile of(String path, byte[] content) {
        return new RuleFile(path, new String(content, StandardCharsets.UTF_8), Sha256.hex(content));
    }

    /** The text as compilers take it: without the byte order mark that some editors begin a file with. */
    public String source() {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whether this is a file of rules. */
    boolean isDrl() {
        return path.endsWith(".drl");
    }

    /** Whether this is a file of test cases. */
    boolean isTest() {
        return path.endsWith(".test.yaml");
    }

    /** Whether this is a mapping, by which imports find the routes of a tool's names. */
    public boolean isMapping() {
        return isMapping(path);
    }

    /** Whether a file of this path is a mapping: {@code imports/NAME.yaml}. */
    public static boolean isMapping(String path) {
        return path.startsWith(MAPPINGS)
                && path.indexOf('/', MAPPINGS.length()) < 0
                && path.endsWith(".yaml")
                && !path.endsWith(".test.yaml");
    }

    /**
     * The first part of the path: the kind of evaluation that these rules decide. Empty for a file outside any folder.
     */
    public String folder() {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The package that files of its folder have by custom. */
    public String usualPackage() {
        return usualPackage(folder());
    }

    /** The package that files of a folder have by custom, such as {@code shipgate.loadgate}. */
    public static String usualPackage(String folder) {
        return "shipgate." + folder.replace("-", "");
    }
}
