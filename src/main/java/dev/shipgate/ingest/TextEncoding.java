package dev.shipgate.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Results are text in UTF-8, or bytes of a tool. */
final class TextEncoding {

    private TextEncoding() {}

    /**
     * The same file from its start, which is not that of a text as spreadsheets save one.
     *
     * @throws UnreadableResultException when it is UTF-16
     */
    static InputStream requireNoUtf16(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
            throw new UnreadableResultException(
                    "The file is text in UTF-16, as a spreadsheet writes it. Save it as CSV in UTF-8.");
        }
        return in;
    }
}
