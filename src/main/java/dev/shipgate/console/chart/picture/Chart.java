package dev.shipgate.console.chart.picture;

import java.util.List;

/**
 * A picture with all of its places worked out, and the same numbers as a table. Places are in units of the picture,
 * from its upper left corner, with one decimal. Kinds are names of classes in the style sheet.
 *
 * @param id the start of the ids in the page; a letter, then letters, digits, hyphens and underscores
 * @param kind {@code trend}, {@code steps} or {@code storm}
 * @param title the subject of the chart, short
 * @param description the result in sentences
 * @param width of the picture
 * @param height of the picture
 * @param bands spans behind the panels
 * @param panels from the top down; they share one axis
 * @param axis the axis below the last panel
 * @param marks lines down through all panels
 * @param texts words in the picture that belong to no panel
 * @param keys the meaning of lines and shapes
 * @param table the numbers, to be read
 */
public record Chart(
        String id,
        String kind,
        String title,
        String description,
        int width,
        int height,
        List<Band> bands,
        List<Panel> panels,
        Axis axis,
        List<Mark> marks,
        List<Text> texts,
        List<Key> keys,
        Table table) {

    /** A picture of this width has a legend of its own, and scrolls where the page is too narrow for its words. */
    private static final int SMALLEST_ALONE = 500;

    public Chart {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "The id of a chart must be a letter with letters, digits, hyphens and underscores after it, but is "
                            + id + ".");
        }
        title = Label.visible(title);
        description = Label.visible(description);
        bands = List.copyOf(bands);
        panels = List.copyOf(panels);
        marks = List.copyOf(marks);
        texts = List.copyOf(texts);
        keys = List.copyOf(keys);
    }

    /** Whether it stands beside others, which share one legend. */
    public boolean isSmall() {
        return width < SMALLEST_ALONE;
    }

    /** The same with another id: each id is there once in a page. */
    public Chart withId(String other) {
        return new Chart(
                other, kind, title, description, width, height, bands, panels, axis, marks, texts, keys, table);
    }

    /** A field with values from the bottom up: its grid, its lines, its points, and words that belong to it. */
    public record Panel(
            double left,
            double right,
            double top,
            double bottom,
            List<Tick> ticks,
            List<Line> lines,
            List<Point> points,
            List<Text> texts) {

        public Panel {
            ticks = List.copyOf(ticks);
            lines = List.copyOf(lines);
            points = List.copyOf(points);
            texts = List.copyOf(texts);
        }
    }

    /** The horizontal axis. */
    public record Axis(double left, double right, double y, double tickEnd, List<Tick> ticks) {

        public Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * A value on an axis.
     *
     * @param at the place along its axis
     */
    public record Tick(double at, double textX, double textY, String label) {}

    /** A path of {@code value}, {@code limit}, {@code usual} or {@code bounds}, as SVG writes it. */
    public record Line(String kind, String path) {}

    /**
     * A measured value.
     *
     * @param path its shape at its place, as SVG writes it
     * @param says the words for a pointer over it
     */
    public record Point(String kind, double x, double y, String path, String says) {

        public Point {
            says = Label.visible(says);
        }
    }

    /** A span of the horizontal axis. */
    public record Band(String kind, double x, double y, double width, double height, String says) {

        public Band {
            says = Label.visible(says);
        }
    }

    /** A line from the top down. */
    public record Mark(String kind, double x, double top, double bottom) {}

    /**
     * Words in the picture.
     *
     * @param anchor the part of the text that stands at the place: {@code start}, {@code middle} or {@code end}
     * @param y of the line that the letters stand on
     */
    public record Text(String kind, String anchor, double x, double y, String text) {

        public Text {
            text = Label.visible(text);
        }
    }

    /** A line of the legend: words, and a path in a box of {@link Shape#KEY_WIDTH} and {@link Shape#KEY_HEIGHT}. */
    public record Key(String kind, String path, String text) {}

    /**
     * The numbers.
     *
     * @param caption the subject, whole
     * @param rows a cell for each column; the first is the heading of its row
     * @param note the rows that are left out; empty when none are
     */
    public record Table(String caption, List<String> columns, List<List<String>> rows, String note) {

        public Table {
            caption = Label.visible(caption);
            columns = List.copyOf(columns);
            rows = rows.stream()
                    .map(row -> row.stream().map(Label::visible).toList())
                    .toList();
        }

        public boolean isCut() {
            return !note.isEmpty();
        }
    }
}
