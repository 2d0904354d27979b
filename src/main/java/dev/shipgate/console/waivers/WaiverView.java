package dev.shipgate.console.waivers;

import dev.shipgate.console.Filters;
import dev.shipgate.context.Waiver;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.SafeLink;
import dev.shipgate.waivers.WaiverResponse;
import dev.shipgate.waivers.WaiverUse;
import dev.shipgate.waivers.WaiversResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as pages show it.
 *
 * @param response the waiver, and what became of it
 * @param ticketLink the address of the ticket; null where it is none to link to
 */
record WaiverView(WaiverResponse response, @Nullable String ticketLink) {

    private static final int SHORT_CHARS = 140;

    static WaiverView of(WaiverResponse response) {
        String ticket = response.waiver().ticket();
        return new WaiverView(response, ticket == null ? null : SafeLink.of(ticket));
    }

    public Waiver waiver() {
        return response.waiver();
    }

    public boolean isValid() {
        return response.state().equals("valid");
    }

    /** A style that has a sign and a colour. */
    public String style() {
        return isValid() ? "waived" : "ended";
    }

    /** The releases and the part of them that it is for, but for the service; none where it is for any. */
    public List<String> narrowed() {
        return Stream.of(
                        narrowed("environment", waiver().environment()),
                        narrowed("version", waiver().version()),
                        narrowed("route", waiver().route()),
                        narrowed("part", waiver().part()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable String narrowed(String what, @Nullable String name) {
        return name == null ? null : what + " " + name;
    }

    /** The beginning of the justification, for a list. */
    public String shortJustification() {
        String text = waiver().justification();
        return text.codePointCount(0, text.length()) <= SHORT_CHARS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT_CHARS)).stripTrailing() + "…";
    }

    public List<Use> uses() {
        return Objects.requireNonNullElse(response.decisions(), List.<WaiverUse>of()).stream()
                .map(use -> new Use(use, ReportedKind.title(use.kind())))
                .toList();
    }

    /** Whether there may be more decisions than those that are known. */
    public boolean hasMoreUses() {
        return uses().size() >= WaiversResource.MAX_DECISIONS;
    }

    /** The list of decisions on the service in which anything is waived. */
    public URI waivedDecisions() {
        return new Filters("/console/decisions", Map.of("service", waiver().service(), "waived", "true")).address();
    }

    /**
     * A decision that passes by it.
     *
     * @param kind in words
     */
    record Use(WaiverUse decision, String kind) {}
}
