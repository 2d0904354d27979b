package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.tool.FileStart;
import java.util.List;

/** Files that hold no text of a tool: archives, documents, pages, and files of other programs. */
final class KnownFiles {

    private static final String SAVE_AS_CSV = "save its sheet as CSV in UTF-8, with decimal points.";

    private KnownFiles() {}

    /** The first form that fits a file names its kind. */
    static List<KnownForm> all() {
        return List.of(
                new KnownForm(KnownFiles::isUtf16, "This is " + TextEncoding.OF_UTF_16),
                new KnownForm(
                        start -> start.beginsWith('P', 'K', 3, 4)
                                && (start.hasWords("xl/") || start.hasWords("[Content_Types].xml")),
                        "This is a spreadsheet (xlsx): " + SAVE_AS_CSV),
                new KnownForm(
                        start -> start.beginsWith('P', 'K', 3, 4) && start.hasWords("opendocument.spreadsheet"),
                        "This is a spreadsheet (ods): " + SAVE_AS_CSV),
                KnownForm.ofText(
                        "This is what Git LFS keeps in the place of a file: fetch the file itself with git lfs pull.",
                        "version https://git-lfs.github.com/spec/"),
                new KnownForm(
                        start -> start.firstLine().startsWith(",")
                                && start.columns().size() > 2,
                        "This is a table whose first column has no name, as the index that pandas writes: leave it out "
                                + "(index=False)."),
                new KnownForm(
                        start -> start.firstLine().startsWith("sep="),
                        "This is a table that begins with a line for a spreadsheet (sep=): leave that line out."),
                KnownForm.ofBytes("This is a spreadsheet (xls): " + SAVE_AS_CSV, 0xd0, 0xcf, 0x11, 0xe0),
                KnownForm.ofBytes("This is a zip archive: unpack it, and give the file of the tool in it.", 'P', 'K'),
                KnownForm.ofBytes("This is compressed (gzip): unpack it with gunzip.", 0x1f, 0x8b),
                KnownForm.ofBytes("This is compressed (zstd): unpack it with unzstd.", 0x28, 0xb5, 0x2f, 0xfd),
                KnownForm.ofBytes("This is compressed (bzip2): unpack it with bunzip2.", 'B', 'Z', 'h'),
                KnownForm.ofBytes("This is compressed (xz): unpack it with unxz.", 0xfd, '7', 'z', 'X', 'Z'),
                KnownForm.ofBytes("This is an archive (7z): unpack it, and give the file of the tool in it.", '7', 'z'),
                KnownForm.ofBytes(
                        "This is a PDF, which has no numbers that a program can read: give the file that the tool "
                                + "wrote.",
                        '%',
                        'P',
                        'D',
                        'F'),
                page("This is Gatling's report as a page: give simulation.log, or js/stats.json beside it.", "gatling"),
                page("This is JMeter's dashboard as a page: give statistics.json beside it, or the JTL.", "jmeter"),
                page("This is Locust's report as a page: run Locust with --csv, and give _stats.csv.", "locust"),
                page("This is Artillery's report as a page: give the JSON of --output.", "artillery"),
                page("This is k6's report as a page: run k6 with --out json, or write a summary.", "k6"),
                page("This is vegeta's plot as a page: give what vegeta report -type=json writes.", "vegeta"),
                page("This is NBomber's report as a page: NBomber is not read, k6, Gatling or JMeter are.", "nbomber"),
                page("This is ghz's report as a page: run ghz with -O json.", "ghz"),
                page(
                        "This is a page of a web site that tells an error: was the download of the result refused?",
                        "<title>",
                        "error"),
                page("This is a page of a web site (HTML), and not the file of a tool: was a link followed?"),
                KnownForm.ofText(
                        "This is JUnit XML, which says which tests failed and not how long requests took: give the file of "
                                + "the load-test tool.",
                        "<testsuite"),
                KnownForm.ofText(
                        "This is the final status of Taurus, which has no requests: give the kpi.jtl that Taurus leaves "
                                + "in its artifacts.",
                        "<FinalStatus"),
                KnownForm.ofText(
                        "This is a configuration of Tsung, which is not read: k6, Gatling or JMeter are.", "<tsung"),
                KnownForm.ofText(
                        "This is a plan of JMeter: run it with jmeter -n -t PLAN -l results.jtl, and give results.jtl.",
                        "<jmeterTestPlan"),
                new KnownForm(
                        start -> start.text().stripLeading().startsWith("<"),
                        "This is XML of no load-test tool that is read: JMeter's begins with testResults."));
    }

    /**
     * By its byte order mark. Without one, by one zero byte in each of the first two pairs, as a text of plain letters
     * has.
     */
    private static boolean isUtf16(FileStart start) {
        byte[] first = start.bytes(4);
        return start.beginsWith(0xff, 0xfe)
                || start.beginsWith(0xfe, 0xff)
                || (first.length == 4 && (first[0] == 0) != (first[1] == 0) && (first[2] == 0) != (first[3] == 0));
    }

    private static KnownForm page(String what, String... words) {
        return new KnownForm(start -> start.isPage() && start.hasWordsOfAnyCase(words), what);
    }
}
