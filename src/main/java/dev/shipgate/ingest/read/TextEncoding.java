package dev.shipgate.ingest.read;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Results are text in UTF-8, or bytes of a tool. */
public final class TextEncoding {

    /** The words that a message says of UTF-16, after the words for the file. */
    public static final String OF_UTF_16 =
            "text in UTF-16, as spreadsheets and PowerShell's > write it: save it in UTF-8.";

    private TextEncoding() {}

    /**
     * The letters of a text. One of another encoding ends with an {@link UnreadableResultException}: letters that
     * nobody can read would make one route of several.
     */
    public static Reader reader(InputStream utf8) {
        return new StrictReader(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()));
    }

    /** That of a text which is not UTF-8. */
    public static UnreadableResultException notUtf8() {
        return new UnreadableResultException(
                "The file is not text in UTF-8. Maybe it is in Windows-1252 or Latin-1, as "
                        + "spreadsheets on Windows write it? Save it in UTF-8. Or is the file cut off?");
    }

    /**
     * The same file without the byte order mark that spreadsheets and editors put before a text.
     *
     * @throws UnreadableResultException when it is empty, or UTF-16
     */
    public static InputStream utf8(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(3);
        int first = in.read();
        int second = in.read();
        int third = in.read();
        if (first < 0) {
            throw new UnreadableResultException("The file is empty.");
        }
        if (first != 0xef || second != 0xbb || third != 0xbf) {
            in.reset();
        }
        if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
            throw new UnreadableResultException("The file is " + OF_UTF_16);
        }
        return in;
    }

    private static final class StrictReader extends FilterReader {

        StrictReader(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] next = new char[1];
            return read(next, 0, 1) < 0 ? -1 : next[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (CharacterCodingException e) {
                throw notUtf8();
            }
        }
    }
}
