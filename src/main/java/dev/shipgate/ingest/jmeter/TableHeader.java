package dev.shipgate.ingest.jmeter;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.Arrays;
import java.util.List;

/** The first line of a table, by which JMeter's is known. What separates its columns is a setting of JMeter. */
final class TableHeader {

    private static final String WORDS = "timeStamp|elapsed|label";

    /** The first column of JMeter's that is there, and what separates it from the next. */
    private static final Pattern FIRST_COLUMN = Pattern.compile("\uFEFF?(" + WORDS + ")([,;|\t:])[\\s\\S]*");

    /** Time, duration, and somewhere later the success, each as JMeter writes them when nothing else is set. */
    private static final Pattern ROW =
            Pattern.compile("\\d{13}([,;|\t])\\d{1,9}[,;|\t][^,;|\t]*[,;|\t].*[,;|\t](true|false)[,;|\t].*");

    private TableHeader() {}

    static boolean isHeader(String firstLine) {
        if (!FIRST_COLUMN.matches(firstLine)) {
            return false;
        }
        List<String> columns = Arrays.asList(firstLine.split(Pattern.quote(String.valueOf(separator(firstLine))), -1));
        return columns.contains("label")
                && columns.contains("elapsed")
                && (columns.contains("success") || columns.contains("responseCode") || columns.contains("threadName"));
    }

    static boolean isRowWithoutHeader(String firstLine) {
        return ROW.matches(firstLine);
    }

    /**
     * What separates the columns.
     *
     * @throws UnreadableResultException when there is no header
     */
    static char separator(String start) {
        var matcher = FIRST_COLUMN.matcher(start);
        if (!matcher.matches()) {
            throw new UnreadableResultException("Line 1: The names of JMeter's columns must be there, such as "
                    + "timeStamp,elapsed,label. Set jmeter.save.saveservice.print_field_names=true.");
        }
        return matcher.group(2).charAt(0);
    }
}
