package dev.shipgate.policy.lint.texts;

import static java.util.stream.Collectors.groupingBy;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.WrittenText;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts that differ a little from the texts that other rules write for the same: {@code "Production"} or
 * {@code "prodution"} beside {@code "production"}.
 */
public final class TextVariants implements SlipCheck {

    /**
     * A text of one field.
     *
     * @param first where it is written first
     * @param count how often it is written
     */
    private record Variant(WrittenText first, int count) {

        String value() {
            return first.value();
        }
    }

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Map<String, List<WrittenText>> byField = all.texts().stream()
                .filter(text -> text.isName() && text.value().equals(text.trimmed()))
                .distinct()
                .collect(groupingBy(text -> text.field().name()));
        return byField.values().stream().flatMap(texts -> slips(texts, folder)).distinct();
    }

    private static Stream<Diagnostic> slips(List<WrittenText> texts, LintedFolder folder) {
        Map<String, WrittenText> meant = meant(variants(texts));
        return texts.stream()
                .filter(text -> folder.has(text.spot()))
                .flatMap(text -> Optional.ofNullable(meant.get(text.value())).map(other -> slip(text, other)).stream());
    }

    private static Collection<Variant> variants(List<WrittenText> texts) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        texts.forEach(text -> variants.merge(
                text.value(), new Variant(text, 1), (all, one) -> new Variant(all.first(), all.count() + 1)));
        return variants.values();
    }

    /** The text that may be meant by each text that is told. */
    private static Map<String, WrittenText> meant(Collection<Variant> variants) {
        Map<String, WrittenText> meant = new HashMap<>();
        variants.stream()
                .collect(groupingBy(variant -> Skeleton.of(variant.value())))
                .values()
                .forEach(alike -> addLookingAlike(alike, meant));
        addOneLetterApart(variants, meant);
        return meant;
    }

    /** The one that is written less often is told; of two that are written as often both. */
    private static void addLookingAlike(List<Variant> alike, Map<String, WrittenText> meant) {
        List<Variant> oftenFirst = alike.stream()
                .sorted(Comparator.comparingInt(Variant::count).reversed())
                .toList();
        for (Variant variant : oftenFirst) {
            oftenFirst.stream()
                    .limit(2)
                    .filter(other -> !other.equals(variant) && other.count() >= variant.count())
                    .findFirst()
                    .ifPresent(other -> meant.put(variant.value(), other.first()));
        }
    }

    /** A text that is written once is told beside one that is written more often. */
    private static void addOneLetterApart(Collection<Variant> variants, Map<String, WrittenText> meant) {
        OneLetterApart often = new OneLetterApart();
        Map<String, WrittenText> first = new HashMap<>();
        variants.stream().filter(variant -> variant.count() > 1).forEach(variant -> {
            often.add(variant.value());
            first.put(variant.value(), variant.first());
        });
        variants.stream()
                .filter(variant -> variant.count() == 1)
                .forEach(variant -> often.find(variant.value())
                        .ifPresent(other -> meant.putIfAbsent(variant.value(), first.get(other))));
    }

    private static Diagnostic slip(WrittenText text, WrittenText other) {
        String letters = Skeleton.isOfOtherLetters(text.value(), other.value())
                ? " They have letters of different alphabets, which look alike."
                : "";
        return text.spot()
                .warning(
                        "differs-a-little",
                        "The " + text.field().name() + " is \"" + text.value() + "\" here and \"" + other.value()
                                + "\" in " + other.spot().file() + ":"
                                + other.spot().line() + "." + letters
                                + " Maybe the same is meant?");
    }
}
