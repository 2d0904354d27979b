package dev.shipgate.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Results are text in UTF-8, or bytes of a tool. */
final class TextEncoding {

    private TextEncoding() {}

    /**
     * The same file without the byte order mark that spreadsheets and editors put before a text.
     *
     * @throws UnreadableResultException when it is UTF-16
     */
    static InputStream utf8(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(3);
        int first = in.read();
        int second = in.read();
        int third = in.read();
        if (first != 0xef || second != 0xbb || third != 0xbf) {
            in.reset();
        }
        if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
            throw new UnreadableResultException(
                    "The file is text in UTF-16, as a spreadsheet writes it. Save it as CSV in UTF-8.");
        }
        return in;
    }
}
