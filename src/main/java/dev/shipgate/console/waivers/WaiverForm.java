package dev.shipgate.console.waivers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The form that grants a waiver, with what somebody typed.
 *
 * @param values by the name of the field
 */
record WaiverForm(Map<String, String> values) {

    /** The labels of the fields that the API knows, by the names that it has for them. */
    static final Map<String, String> LABELS = labels();

    /** The choice to say a time. */
    private static final String AT = "at";

    private static final String LASTS = "lasts";
    private static final String UNTIL = "until";

    private static final List<Choice> CHOICES = List.of(
            new Choice("4h", "4 hours", Duration.ofHours(4)),
            new Choice("1d", "1 day", Duration.ofDays(1)),
            new Choice("3d", "3 days", Duration.ofDays(3)),
            new Choice("7d", "7 days", Duration.ofDays(7)));

    private static final String USUAL = "1d";

    /** A browser sends a time without a zone. */
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");

    /**
     * A time for which many waivers are granted.
     *
     * @param name in the form
     * @param words for people
     */
    record Choice(String name, String words, Duration duration) {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("service", "Service");
        labels.put("reason", "Reason of the failure");
        labels.put("environment", "Environment");
        labels.put("version", "Version");
        labels.put("route", "Route");
        labels.put("part", "Part of readiness");
        labels.put(UNTIL, "The end");
        labels.put("justification", "Justification");
        labels.put("ticket", "Ticket");
        return labels;
    }

    static WaiverForm of(MultivaluedMap<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : LABELS.keySet()) {
            values.put(name, first(given, name));
        }
        values.put(LASTS, first(given, LASTS));
        return new WaiverForm(values);
    }

    /** Nobody sees a blank at the end of a name, and a waiver for that name would cover nothing. */
    private static String first(MultivaluedMap<String, String> given, String name) {
        return Objects.requireNonNullElse(given.getFirst(name), "").strip();
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The choices of how long it lasts that are not longer than may be. */
    static List<Choice> choices(Duration longest) {
        return CHOICES.stream()
                .filter(choice -> choice.duration().compareTo(longest) <= 0)
                .toList();
    }

    /** The name of the choice that is taken. */
    public String lasts() {
        if (!value(UNTIL).isEmpty()) {
            return AT;
        }
        return value(LASTS).isEmpty() ? USUAL : value(LASTS);
    }

    /** The request to the API, without the fields that nobody filled in. */
    Map<String, String> request(Instant now) {
        Map<String, String> request = new LinkedHashMap<>();
        LABELS.keySet().stream().filter(name -> !value(name).isEmpty()).forEach(name -> request.put(name, value(name)));
        String until = until(now);
        if (!until.isEmpty()) {
            request.put(UNTIL, until);
        }
        return request;
    }

    /** A time that somebody typed counts before a choice, which may just have stayed as it was. */
    private String until(Instant now) {
        String typed = value(UNTIL);
        if (!typed.isEmpty()) {
            return WITHOUT_ZONE.matcher(typed).matches() ? typed + "Z" : typed;
        }
        return CHOICES.stream()
                .filter(choice -> choice.name().equals(value(LASTS)))
                .map(choice -> now.plus(choice.duration())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString())
                .findFirst()
                .orElse("");
    }
}
