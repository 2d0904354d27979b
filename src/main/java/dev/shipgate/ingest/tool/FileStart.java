package dev.shipgate.ingest.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.NumberCell;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The start of a file, by which its tool is recognised. */
public final class FileStart {

    private static final int MAX_BYTES = 1 << 16;

    private static final Pattern QUOTES = Pattern.compile("^\"|\"$");

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}");

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;
    private final String text;
    private final Set<String> fields;

    private FileStart(byte[] bytes, Set<String> fields) {
        this.bytes = bytes;
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        this.fields = fields;
    }

    /** Of a file, of which as much is read as is needed. */
    public static FileStart of(ResultFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MAX_BYTES);
        }
        FileStart start = new FileStart(bytes, Set.of());
        return start.isJsonObject() ? new FileStart(bytes, fields(file)) : start;
    }

    /**
     * The same of a file that is not empty.
     *
     * @throws UnreadableResultException when it is
     */
    public static FileStart ofSomething(ResultFile file) throws IOException {
        FileStart start = of(file);
        if (start.text().isBlank()) {
            throw new UnreadableResultException("The file is empty.");
        }
        return start;
    }

    private static Set<String> fields(ResultFile file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (InputStream in = file.open();
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JsonProcessingException | CharConversionException e) {
            // The text up to the error is enough to know the tool, whose reader then reports the error.
            return names;
        }
        return names;
    }

    /** The first bytes, at most as many. */
    public byte[] bytes(int most) {
        return Arrays.copyOf(bytes, Math.min(most, bytes.length));
    }

    /** The first line that is not blank, without its end and without a byte order mark. */
    public String firstLine() {
        return text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** As much of the file as is read here, without a byte order mark. */
    public String text() {
        return text;
    }

    /** The columns that the first line names, if it is that of a table with commas. */
    public List<String> columns() {
        return columns(',');
    }

    /** The same of a table with another separator. */
    public List<String> columns(char separator) {
        return Stream.of(firstLine().split(Pattern.quote(String.valueOf(separator)), -1))
                .map(name -> QUOTES.matcher(name.strip()).replaceAll(""))
                .toList();
    }

    /** Whether the first line names columns, and the second has a number or a time. */
    public boolean isTableOfNumbers() {
        List<String> lines =
                text().lines().filter(line -> !line.isBlank()).limit(2).toList();
        return lines.size() == 2
                && columns().size() > 1
                && columns().stream().noneMatch(name -> name.isEmpty() || NumberCell.isNumber(name))
                && Stream.of(lines.get(1).split(",", -1)).anyMatch(FileStart::isNumberOrTime);
    }

    private static boolean isNumberOrTime(String cell) {
        String text = QUOTES.matcher(cell.strip()).replaceAll("");
        return NumberCell.isNumber(text) || TIME.matcher(text).lookingAt();
    }

    /** Whether the first line names all of these columns. */
    public boolean hasColumns(Collection<String> names) {
        return columns().containsAll(names);
    }

    /** Whether the first line names any of these columns. */
    public boolean hasAnyColumn(Collection<String> names) {
        return !Collections.disjoint(columns(), names);
    }

    /** Whether all of these words are in the start of the file. */
    public boolean hasWords(String... words) {
        String text = text();
        return Stream.of(words).allMatch(text::contains);
    }

    /** The same whatever the case of the letters; the words in small letters. */
    public boolean hasWordsOfAnyCase(String... words) {
        String text = text().toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(text::contains);
    }

    /** Whether it is a page of a web site. */
    public boolean isPage() {
        String text = text().stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head");
    }

    /** Whether the file begins with these bytes. */
    public boolean beginsWith(int... first) {
        return bytes.length >= first.length
                && IntStream.range(0, first.length).allMatch(i -> (bytes[i] & 0xff) == first[i]);
    }

    /** The names of the fields of a JSON object, in their order. */
    public Set<String> fields() {
        return fields;
    }

    public boolean isJsonObject() {
        return text().stripLeading().startsWith("{");
    }

    /** Whether it is a JSON object of nothing. */
    public boolean isEmptyObject() {
        return isJsonObject() && fields.isEmpty();
    }

    /** Whether it is a JSON object, or begins with one, that has all of these fields itself. */
    public boolean hasFields(String... names) {
        return fields.containsAll(Arrays.asList(names));
    }
}
