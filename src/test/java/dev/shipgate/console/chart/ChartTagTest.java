package dev.shipgate.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.console.chart.ReleaseTrend.Release;
import dev.shipgate.console.chart.ReleaseTrend.ReleaseVerdict;
import dev.shipgate.console.chart.picture.Chart;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTagTest {

    private static final String HOSTILE = "\"'></title><script>alert(1)</script>&amp;\u202Egnp";

    private static final Path CSS = Path.of("src/main/resources/META-INF/resources/console/assets/charts.css");

    @Test
    void escapesHostileNames() throws IOException {
        String page = Rendered.chart(trend(HOSTILE));
        assertThat(page)
                .doesNotContain("<script", "\u202E", "'>")
                .contains(
                        "<th scope=\"row\">&quot;&#39;&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"
                                + "\uFFFDgnp</th>");
    }

    @Test
    void isNamedAndDescribedForThoseWhoDoNotSeeIt() throws Exception {
        Document page = parsed(Rendered.chart(trend("book_table").withId("trend-7")));
        Element svg = (Element) page.getElementsByTagName("svg").item(0);
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("trend-7-title trend-7-desc");
        assertThat(textOf(page, "title", "trend-7-title")).isEqualTo("p95 by release: book_table");
        assertThat(textOf(page, "desc", "trend-7-desc"))
                .isEqualTo("The only release has a p95 of 5 ms, limit 9 ms. None fails.");
    }

    @Test
    void hasTheNumbersInATableWithHeadings() throws Exception {
        Document page = parsed(Rendered.chart(trend("book_table")));
        assertThat(page.getElementsByTagName("summary").item(0).getTextContent())
                .isEqualTo("The numbers");
        NodeList headings = page.getElementsByTagName("th");
        assertThat(headings.getLength()).isEqualTo(6);
        assertThat(((Element) headings.item(0)).getAttribute("scope")).isEqualTo("col");
        assertThat(((Element) headings.item(5)).getAttribute("scope")).isEqualTo("row");
    }

    @Test
    void aLargeChartScrollsAndHasALegend() throws Exception {
        Document page = parsed(Rendered.chart(steps()));
        Element region = (Element) page.getElementsByTagName("div").item(0);
        assertThat(region.getAttribute("class")).isEqualTo("chart-scroll");
        assertThat(region.getAttribute("tabindex")).isEqualTo("0");
        assertThat(region.getAttribute("role")).isEqualTo("region");
        assertThat(region.getAttribute("aria-label")).isEqualTo("Chart: Latency and errors by concurrency");
        assertThat(page.getElementsByTagName("ul").item(0).getTextContent()).contains("passes before the break");
    }

    @Test
    void smallChartsShareOneLegend() throws IOException {
        assertThat(Rendered.chart(trend("book_table"))).doesNotContain("<ul");
        assertThat(Rendered.keys(trend("book_table").keys())).contains("passes with a waiver", "fails");
    }

    @Test
    void theStrictPolicyForbidsNothingOfIt() throws IOException {
        for (Chart chart : List.of(trend("book_table"), steps())) {
            assertThat(Rendered.chart(chart))
                    .doesNotContain("style", "<script", "href", "url(")
                    .doesNotContainPattern(" on\\w+=");
        }
    }

    @Test
    void theStyleSheetDefinesNoColours() throws IOException {
        assertThat(Files.readString(CSS))
                .doesNotContainPattern(Pattern.compile("(?m)^\\s*--"))
                .doesNotContain("#", "rgb", "url(", "@import");
    }

    @Test
    void anIdHasToFitIntoAListOfIds() {
        Chart chart = trend("book_table");
        assertThatThrownBy(() -> chart.withId("a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The id of a chart must be a letter with letters, digits, hyphens and underscores after it,"
                        + " but is a b.");
    }

    private static Chart trend(String name) {
        Release release = new Release(name, Instant.EPOCH, 5.0, 9.0, ReleaseVerdict.PASS, false);
        return new ReleaseTrend(name, List.of(release)).chart().orElseThrow();
    }

    private static Chart steps() throws IOException {
        String answer = "{\"steps\": [{\"concurrency\": 5, \"p95_ms\": 420, \"role\": \"supported\"}]}";
        return StepLoadChart.of(new ObjectMapper().readTree(answer)).orElseThrow();
    }

    /** Pages are written so that they are XML too, in which a tag that is not closed is found. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static String textOf(Document page, String tag, String id) {
        NodeList elements = page.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            if (((Element) elements.item(i)).getAttribute("id").equals(id)) {
                return elements.item(i).getTextContent();
            }
        }
        throw new AssertionError("There is no " + tag + " with the id " + id + ".");
    }
}
