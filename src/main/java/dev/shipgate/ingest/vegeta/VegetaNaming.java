package dev.shipgate.ingest.vegeta;

import dev.shipgate.ingest.read.UnreadableResultException;
import org.jspecify.annotations.Nullable;

/** The naming of routes by parts of a row. */
enum VegetaNaming {
    /** That of the attack: {@code vegeta attack -name}. Without it, the file is about one route. */
    ATTACK,
    URL,
    /** {@code GET http://localhost/book}. */
    METHOD_URL;

    static VegetaNaming of(@Nullable String by) {
        if (by == null || by.equals("attack")) {
            return ATTACK;
        }
        if (by.equals("url")) {
            return URL;
        }
        if (by.equals("method_url")) {
            return METHOD_URL;
        }
        throw new UnreadableResultException(
                "The mapping names routes by \"" + by + "\". For rows of vegeta it must be attack, url or method_url.");
    }

    String nameOf(VegetaRow row) {
        return switch (this) {
            case ATTACK -> row.attack();
            case URL -> required(row.url());
            case METHOD_URL -> required(row.method()) + " " + required(row.url());
        };
    }

    private static String required(String name) {
        if (name.isEmpty()) {
            throw new UnreadableResultException(
                    "The rows have no method and URL, which vegeta writes since 12.8. Name routes by attack.");
        }
        return name;
    }
}
