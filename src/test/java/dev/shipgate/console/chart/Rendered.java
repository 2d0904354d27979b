package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Chart;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tags of charts as a page shows them, with the escaping that Quarkus has for HTML. */
final class Rendered {

    private static final Path TAGS = Path.of("src/main/resources/templates/tags");
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

    private Rendered() {}

    static String chart(Chart chart) throws IOException {
        return page("{#chart chart=value /}", chart);
    }

    static String keys(List<Chart.Key> keys) throws IOException {
        return page("{#chart-keys keys=value /}", keys);
    }

    static String limitBar(LimitBar bar) throws IOException {
        return page("{#limit-bar bar=value /}", bar);
    }

    private static String page(String text, Object value) throws IOException {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addSectionHelper(new UserTagSectionHelper.Factory("chart", "chart.html"))
                .addSectionHelper(new UserTagSectionHelper.Factory("chart-keys", "chart-keys.html"))
                .addSectionHelper(new UserTagSectionHelper.Factory("limit-bar", "limit-bar.html"))
                .build();
        for (String tag : List.of("chart.html", "chart-keys.html", "limit-bar.html")) {
            engine.putTemplate(tag, engine.parse(Files.readString(TAGS.resolve(tag)), HTML));
        }
        return engine.parse(text, HTML).data("value", value).render();
    }
}
