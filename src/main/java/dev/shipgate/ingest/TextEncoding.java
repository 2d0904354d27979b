package dev.shipgate.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Results are text in UTF-8, or bytes of a tool. */
final class TextEncoding {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private TextEncoding() {}

    /** The same text without what a spreadsheet or an editor puts before UTF-8. */
    static byte[] withoutByteOrderMark(byte[] text) {
        boolean isMarked = text.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(text, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return isMarked ? Arrays.copyOfRange(text, BYTE_ORDER_MARK.length, text.length) : text;
    }

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
