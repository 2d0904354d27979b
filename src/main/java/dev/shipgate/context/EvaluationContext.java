package dev.shipgate.context;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that decides beside the request. It is recorded with the decision, so that a replay has the same and asks nobody.
 *
 * @param time when the request is evaluated
 * @param waivers those that are for this release and count, in the order in which they were granted
 * @param waiversOfCaller those that would count, had not the caller granted them; rules do not get them
 * @param shipped the facts of the last releases of this service and environment
 */
public record EvaluationContext(
        EvaluationTime time,
        @JsonInclude(Include.NON_EMPTY) List<Waiver> waivers,
        @JsonInclude(Include.NON_EMPTY) List<Waiver> waiversOfCaller,

        @JsonInclude(value = Include.CUSTOM, valueFilter = ShippedFacts.class)
        ShippedFacts shipped) {

    /** The kinds of its facts, which the rules of every evaluation can ask for. */
    public static final List<Class<?>> KINDS = Stream.concat(
                    Stream.of(EvaluationTime.class, Waiver.class), ShippedFacts.KINDS.stream())
            .toList();

    public EvaluationContext {
        waivers = List.copyOf(waivers);
        waiversOfCaller = List.copyOf(waiversOfCaller);
    }

    /** The context that decides at an instant, told in a time zone, and is no more than that. */
    public static EvaluationContext at(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new EvaluationContext(
                new EvaluationTime(instant, local.toLocalDate(), local.getDayOfWeek(), local.getHour()),
                List.of(),
                List.of(),
                ShippedFacts.NONE);
    }

    /** The same with waivers. */
    public EvaluationContext withWaivers(List<Waiver> counting, List<Waiver> ofCaller) {
        return new EvaluationContext(time, counting, ofCaller, shipped);
    }

    /** The same with the releases that shipped before. */
    public EvaluationContext withShipped(ShippedFacts before) {
        return new EvaluationContext(time, waivers, waiversOfCaller, before);
    }

    /** The same with each text of people and callers replaced, such as by a mask. */
    public EvaluationContext withTexts(UnaryOperator<@Nullable String> replacement) {
        return withWaivers(
                        waivers.stream()
                                .map(waiver -> waiver.withTexts(replacement))
                                .toList(),
                        waiversOfCaller.stream()
                                .map(waiver -> waiver.withTexts(replacement))
                                .toList())
                .withShipped(shipped.withTexts(replacement));
    }

    /** Its facts, for the rules of any evaluation. */
    public List<Object> facts() {
        List<Object> facts = new ArrayList<>(1 + waivers.size());
        facts.add(time);
        facts.addAll(waivers);
        facts.addAll(shipped.facts());
        return facts;
    }

    /**
     * Reads it as it was recorded.
     *
     * @throws IllegalArgumentException when it is not as it was recorded
     */
    public static EvaluationContext read(JsonNode recorded) {
        return new EvaluationContext(
                RecordedTime.read(recorded.path("time")),
                waivers(recorded.path("waivers")),
                waivers(recorded.path("waivers_of_caller")),
                ShippedFacts.read(recorded.path("shipped")));
    }

    private static List<Waiver> waivers(JsonNode recorded) {
        List<Waiver> waivers = new ArrayList<>(recorded.size());
        recorded.forEach(waiver -> waivers.add(readWaiver(waiver)));
        return waivers;
    }

    /**
     * Reads a waiver as it was recorded.
     *
     * @throws IllegalArgumentException when it is not as it was recorded
     */
    public static Waiver readWaiver(JsonNode recorded) {
        return RecordedJson.read(recorded, Waiver.class, "waiver was");
    }
}
