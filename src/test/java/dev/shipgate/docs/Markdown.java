package dev.shipgate.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, as its sections of blocks of code and rows of tables. */
final class Markdown {

    /**
     * A block of code.
     *
     * @param language the word that follows the opening fence, such as {@code sh}
     * @param text the lines between the fences
     * @param introduction the paragraph before it
     */
    record Block(String language, String text, String introduction) {}

    /**
     * The blocks and rows that stand under one heading of the second level.
     *
     * @param heading its heading; for the part before the first one, the heading of the page
     */
    record Section(String heading, List<Block> blocks, List<List<String>> rows) {}

    private static final Pattern HEADING = Pattern.compile("##? (.+)");

    private final List<Section> sections = new ArrayList<>();

    private Markdown() {}

    static Markdown read(String path) {
        try {
            Markdown page = new Markdown();
            page.parse(Files.readAllLines(Path.of(path)));
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parse(List<String> lines) {
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                sections.add(new Section(heading.group(1), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("```")) {
                int end = lines.subList(i + 1, lines.size()).indexOf("```") + i + 1;
                String text = String.join("\n", lines.subList(i + 1, end));
                current().blocks().add(new Block(line.substring(3), text, paragraph.toString()));
                i = end;
            } else if (line.startsWith("| ")) {
                current().rows().add(cells(line));
            }
            if (line.isBlank() && i + 1 < lines.size() && !lines.get(i + 1).startsWith("```")) {
                paragraph.setLength(0);
            } else {
                paragraph.append(line).append('\n');
            }
        }
    }

    private Section current() {
        return sections.get(sections.size() - 1);
    }

    private static List<String> cells(String line) {
        String inner = line.substring(2, line.length() - 1);
        return Pattern.compile("\\|").splitAsStream(inner).map(String::strip).toList();
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    Section section(String heading) {
        return sections.stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no section " + heading));
    }
}
