package dev.shipgate.cli.evaluate;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.OutputFile;
import dev.shipgate.report.format.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that a verdict is written to, in a form. On the command line: {@code junit-xml=verdict.xml}. */
record ReportTarget(ReportFormat format, Path file) {

    private OutputFile output() {
        return new OutputFile("--output", file);
    }

    /**
     * Makes sure that it is none of the files that are read, under any name, and lies in a folder outside of the rules.
     *
     * @throws CommandFailure when it is one of them, which would be deleted, or when its folder is missing or belongs
     *     to the rules
     */
    void requireNoInput(List<Path> inputs, Path rules) throws IOException {
        output().requireFolder();
        output().requireNoInput(inputs);
        output().requireOutside(rules);
    }

    /** An old verdict must not be taken for that of today, should there be none today. */
    void removeOld() throws IOException {
        if (Files.isRegularFile(file)) {
            Files.delete(file);
        }
    }

    void write(byte[] report) throws IOException {
        output().write(report);
    }

    /** Reads one. */
    static final class Converter implements ITypeConverter<ReportTarget> {

        @Override
        public ReportTarget convert(String text) {
            int separator = text.indexOf('=');
            if (separator < 1 || separator == text.length() - 1) {
                throw new TypeConversionException(
                        "must be a form and a file, such as junit-xml=verdict.xml, but is \"" + text + "\"");
            }
            return new ReportTarget(
                    new FormatConverter().convert(text.substring(0, separator)),
                    Path.of(text.substring(separator + 1)));
        }
    }

    /** For completion: the names as they are typed. */
    static final class Formats implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(ReportFormat.values()).map(ReportFormat::option).iterator();
        }
    }

    /** Reads the name of a form. */
    static final class FormatConverter implements ITypeConverter<ReportFormat> {

        @Override
        public ReportFormat convert(String text) {
            return Arrays.stream(ReportFormat.values())
                    .filter(format -> format.option().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be one of "
                            + Arrays.stream(ReportFormat.values())
                                    .map(ReportFormat::option)
                                    .collect(Collectors.joining(", "))
                            + ", but is \"" + text + "\""));
        }
    }
}
