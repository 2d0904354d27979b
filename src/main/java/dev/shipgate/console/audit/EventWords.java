package dev.shipgate.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events in sentences. */
final class EventWords {

    private static final String CALLER = "caller";
    private static final String SOURCE = "source";
    private static final String VERSION = "version";

    /** The hash of rules, with as many digits as tell one from another at a glance. */
    private static final int SHORT_VERSION = "sha256:".length() + 12;

    private final JsonNode event;
    private final List<Part> parts = new ArrayList<>();

    private EventWords(JsonNode event) {
        this.event = event;
    }

    /** An event in a sentence. */
    static List<Part> of(JsonNode event) {
        return new EventWords(event).sentence();
    }

    /** A kind of events, in words. */
    static String title(String kind) {
        return switch (kind) {
            case "retention" -> "old records removed";
            case "ruleset_activated" -> "rules became active";
            case "ruleset_refused" -> "rules were refused";
            default -> kind.replace('_', ' ');
        };
    }

    private List<Part> sentence() {
        switch (text("kind")) {
            case "ruleset_activated" -> activated();
            case "ruleset_refused" -> refused();
            case "waiver_granted" -> granted();
            case "waiver_revoked" ->
                caller().words(" revoked ").waiver("a waiver").words(".");
            case "waiver_first_used" ->
                words("A decision for ")
                        .caller()
                        .words(" was the first to ship by ")
                        .waiver("a waiver")
                        .words(": ")
                        .decision("the decision", text("decision"))
                        .words(".");
            case "waiver_expired" -> waiver("A waiver").words(" that was used came to its end.");
            case "release_shipped" -> shipped();
            case "retention" ->
                words("The records from before ").time(text("removed_before")).words(" were removed, as configured.");
            default -> words("An event of the kind ").name(text("kind")).words(" happened.");
        }
        return parts;
    }

    private void activated() {
        String now = event.path("ruleset").path(VERSION).asText();
        String before = text("previous");
        if (now.equals(before)) {
            caller().words(" made ").ruleset(now).words(" active, which decided already.");
            return;
        }
        if (text(SOURCE).equals("directory")) {
            words("An edit of the rules folder made ");
        } else {
            caller().words(text(SOURCE).equals("activation") ? " made an earlier text active, " : " published ");
        }
        ruleset(now);
        if (text(SOURCE).equals("directory")) {
            words(" active");
        }
        if (before.isEmpty()) {
            words(", the first rules.");
        } else {
            words(", in the place of ").ruleset(before).words(".");
        }
    }

    private void refused() {
        int problems = event.path("problems").asInt();
        if (text(SOURCE).equals("directory")) {
            words("An edit of the rules folder was refused");
        } else {
            words("Rules of ").caller().words(" were refused");
        }
        words(": " + problems + (problems == 1 ? " problem." : " problems."));
    }

    private void granted() {
        JsonNode waiver = event.path("waiver");
        caller().words(" granted ")
                .waiver("a waiver of " + waiver.path("reason").asText())
                .words(" for ")
                .name(waiver.path("service").asText())
                .words(" until ")
                .time(waiver.path("until").asText())
                .words(".");
    }

    private void shipped() {
        JsonNode release = event.path("release");
        String name =
                release.path("service").asText("") + " " + release.path(VERSION).asText("");
        if (text(SOURCE).equals("marked")) {
            caller().words(" marked ");
        }
        decision(name.strip(), release.path("decision_id").asText());
        words(text(SOURCE).equals("marked") ? " as shipped" : " passed, which counts as shipped");
        if (release.path("environment").isTextual()) {
            words(", in ").name(release.path("environment").asText());
        }
        words(".");
    }

    private String text(String name) {
        return event.path(name).asText("");
    }

    private EventWords words(String words) {
        parts.add(Part.words(words));
        return this;
    }

    private EventWords name(String name) {
        parts.add(Part.name(name));
        return this;
    }

    private EventWords caller() {
        return name(text(CALLER));
    }

    private EventWords time(String instant) {
        try {
            parts.add(Part.time(Instant.parse(instant)));
        } catch (DateTimeException e) {
            name(instant);
        }
        return this;
    }

    private EventWords waiver(String words) {
        parts.add(Part.link(words, "/console/waivers/" + text("waiver_id")));
        return this;
    }

    private EventWords decision(String words, String id) {
        parts.add(Part.link(words, "/console/decisions/" + id));
        return this;
    }

    private EventWords ruleset(String version) {
        String brief = version.length() <= SHORT_VERSION ? version : version.substring(0, SHORT_VERSION);
        parts.add(Part.link(brief, "/console/rules/versions/" + version));
        return this;
    }
}
