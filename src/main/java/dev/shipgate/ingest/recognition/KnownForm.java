package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.tool.FileStart;
import java.util.List;
import java.util.function.Predicate;

/**
 * A form that is known and not read.
 *
 * @param recognises whether a file that starts so has it
 * @param what the sentence that names the form, and mostly the file to give instead
 */
record KnownForm(Predicate<FileStart> recognises, String what) {

    /** One that begins with some bytes. */
    static KnownForm ofBytes(String what, int... first) {
        return new KnownForm(start -> start.beginsWith(first), what);
    }

    /** A text that has all of these words at its start, as far as that is read. */
    static KnownForm ofText(String what, String... words) {
        return new KnownForm(start -> start.hasWords(words), what);
    }

    /** A JSON object with all of these fields. */
    static KnownForm ofFields(String what, String... fields) {
        return new KnownForm(start -> start.hasFields(fields), what);
    }

    /** A table whose first line names all of these columns, separated by commas. */
    static KnownForm ofColumns(String what, String... columns) {
        return new KnownForm(start -> start.columns().containsAll(List.of(columns)), what);
    }
}
