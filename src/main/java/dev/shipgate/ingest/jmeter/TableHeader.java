package dev.shipgate.ingest.jmeter;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import java.util.Set;

/** The first line of a table, by which JMeter's is known. The separator of its columns is a setting of JMeter. */
final class TableHeader {

    /** The columns that JMeter writes, each of which a setting leaves out. */
    private static final Set<String> COLUMNS = Set.of(
            "timeStamp",
            "elapsed",
            "label",
            "responseCode",
            "responseMessage",
            "threadName",
            "dataType",
            "success",
            "failureMessage",
            "bytes",
            "sentBytes",
            "grpThreads",
            "allThreads",
            "URL",
            "Filename",
            "Latency",
            "Encoding",
            "SampleCount",
            "ErrorCount",
            "Hostname",
            "IdleTime",
            "Connect");

    /** So many of them are no accident. */
    private static final int COLUMNS_TO_BE_KNOWN_BY = 3;

    /** A column of JMeter's that is the first, and the separator between it and the next. */
    private static final Pattern FIRST_COLUMN =
            Pattern.compile("\"?(?:" + String.join("|", COLUMNS) + ")\"?([,;|\t:])[\\s\\S]*");

    /** Time, duration, and somewhere later the success, each as JMeter writes them when nothing else is set. */
    private static final Pattern ROW =
            Pattern.compile("\\d{13}([,;|\t])\\d{1,9}[,;|\t][^,;|\t]*[,;|\t].*[,;|\t](true|false)[,;|\t].*");

    private TableHeader() {}

    static boolean isHeader(FileStart start) {
        return FIRST_COLUMN.matches(start.firstLine())
                && start.columns(separator(start.firstLine())).stream()
                                .filter(COLUMNS::contains)
                                .count()
                        >= COLUMNS_TO_BE_KNOWN_BY;
    }

    static boolean isRowWithoutHeader(FileStart start) {
        return ROW.matches(start.firstLine());
    }

    /**
     * The character that separates the columns.
     *
     * @throws UnreadableResultException when there is no header
     */
    static char separator(String start) {
        var matcher = FIRST_COLUMN.matcher(start);
        if (!matcher.matches()) {
            throw new UnreadableResultException("Line 1: The names of JMeter's columns must be there, such as "
                    + "timeStamp,elapsed,label. Set jmeter.save.saveservice.print_field_names=true.");
        }
        return matcher.group(1).charAt(0);
    }
}
