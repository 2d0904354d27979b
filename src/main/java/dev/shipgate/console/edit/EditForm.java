package dev.shipgate.console.edit;

import io.quarkus.qute.RawString;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of one file, as somebody typed it.
 *
 * @param path of the file below the rules folder
 * @param base the version whose other files stay as they are; empty where no rules decide
 * @param text of the whole file, with the line ends of the form
 * @param removes whether the file is to go
 * @param message why
 * @param backtest how many decisions are to be made again; empty for none
 */
record EditForm(String path, String base, String text, boolean removes, String message, String backtest) {

    private static final String WINDOWS_END = "\r\n";

    /** As it was sent. Of a text that was merged with a newer version, that one is the base. */
    static EditForm of(MultivaluedMap<String, String> sent) {
        String merged = field(sent, "merged");
        return new EditForm(
                field(sent, "path").strip(),
                merged.isEmpty() ? field(sent, "base") : merged,
                field(sent, "text").replace(WINDOWS_END, "\n"),
                sent.containsKey("removes"),
                field(sent, "message"),
                field(sent, "backtest").strip());
    }

    private static String field(MultivaluedMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** The same on top of another version. */
    EditForm on(String version) {
        return new EditForm(path, version, text, removes, message, backtest);
    }

    /** The text that the file is to have, with the line ends that it had; null when it is to go. */
    @Nullable
    String after(@Nullable String before) {
        if (removes) {
            return null;
        }
        return before != null && before.contains(WINDOWS_END) ? text.replace("\n", WINDOWS_END) : text;
    }

    /**
     * The text for a field of a page. Other texts show signs in place of characters that nobody sees; this one comes
     * back, and must be what it was.
     */
    public RawString exactText() {
        return new RawString(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
