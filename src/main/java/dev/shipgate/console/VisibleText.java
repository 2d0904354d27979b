package dev.shipgate.console;

import dev.shipgate.text.HiddenCharacters;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Shows a sign for each character in a page that nobody sees, or that turns the direction of writing around: a name
 * must not read as another one. In place of the escaping that the platform has, which this does too.
 */
public class VisibleText {

    private static final List<String> HTML =
            List.of("text/html", "text/xml", "application/xml", "application/xhtml+xml");

    void register(@Observes EngineBuilder engine) {
        engine.addResultMapper(new Mapper());
    }

    private static final class Mapper extends HtmlEscaper {

        Mapper() {
            super(HTML);
        }

        @Override
        public int getPriority() {
            return DEFAULT_PRIORITY + 1;
        }

        @Override
        public String map(Object result, Expression expression) {
            return super.map(HiddenCharacters.replacedIn(result.toString()), expression);
        }
    }
}
