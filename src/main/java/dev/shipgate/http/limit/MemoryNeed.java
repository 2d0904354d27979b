package dev.shipgate.http.limit;

import jakarta.ws.rs.core.Response;

/** How much memory requests take, by measurements of the largest ones: see docs/operating.md, Memory. */
public final class MemoryNeed {

    /** Of an evaluation, for each byte of a body with long texts. */
    private static final long EVALUATION_BYTES_FOR_A_BYTE = 32;

    /**
     * Of an evaluation, for each route, point or step: its findings, rows of the answer and firings. It needs them also
     * if it is {@code null}, which are few bytes of the body.
     */
    private static final long EVALUATION_BYTES_FOR_A_ROW = 8_192;

    /** Of a text that is read from beginning to end, for each byte. */
    private static final long READING_BYTES_FOR_A_BYTE = 4;

    /** Of a text that is read as a whole, for each object or array that begins, which may be empty. */
    private static final long READING_BYTES_FOR_AN_OBJECT = 100;

    /** The same for each value that another follows, which may be a text of one letter. */
    private static final long READING_BYTES_FOR_A_COMMA = 48;

    /** Of a recorded decision that is read whole and told in another form, for each byte of its text. */
    private static final long RECORD_BYTES_FOR_A_BYTE = 5;

    private MemoryNeed() {}

    /** That of an evaluation, in bytes. */
    public static long ofEvaluation(byte[] body) {
        return Math.max(body.length * EVALUATION_BYTES_FOR_A_BYTE, rows(body) * EVALUATION_BYTES_FOR_A_ROW);
    }

    /**
     * That of reading JSON or files, in bytes, up to the result that is made of them. The signs in texts count too,
     * as a body of several parts has quotes of its own.
     */
    public static long ofReading(byte[] body) {
        long values = 0;
        for (byte next : body) {
            values += switch (next) {
                case '{', '[' -> READING_BYTES_FOR_AN_OBJECT;
                case ',' -> READING_BYTES_FOR_A_COMMA;
                default -> 0;
            };
        }
        return Math.max(body.length * READING_BYTES_FOR_A_BYTE, values);
    }

    /**
     * That of reading a recorded decision and telling it in another form, in bytes. A page of 60,000 routes, whose
     * record has 106 MB, took 460 MB.
     *
     * @param textBytes the size of its record
     */
    public static long ofRecord(long textBytes) {
        return textBytes > Long.MAX_VALUE / RECORD_BYTES_FOR_A_BYTE
                ? Long.MAX_VALUE
                : textBytes * RECORD_BYTES_FOR_A_BYTE;
    }

    /** That of an answer, in bytes: as it is recorded, and in the form that was asked for. */
    public static long ofAnswer(byte[] recorded, Response answer) {
        return recorded.length + (answer.getEntity() instanceof byte[] sent && sent != recorded ? sent.length : 0L);
    }

    /**
     * How many objects, arrays and nulls there are outside of texts; nobody has read yet whether this is JSON at all.
     */
    static long rows(byte[] body) {
        long rows = 0;
        boolean isText = false;
        for (int i = 0; i < body.length; i++) {
            byte next = body[i];
            if (next == '"') {
                isText = !isText;
            } else if (isText && next == '\\') {
                i++;
            } else if (!isText && (next == '{' || next == '[' || next == 'n')) {
                rows++;
            }
        }
        return rows;
    }
}
