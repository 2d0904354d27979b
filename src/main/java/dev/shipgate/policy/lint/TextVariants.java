package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that differ a little from what other rules write for the same: {@code "Production"} beside {@code "production"}. */
final class TextVariants implements Check {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        List<WrittenText> everywhere = all.texts().stream()
                .filter(text ->
                        text.isName() && text.value().equals(text.value().strip()))
                .toList();
        Map<String, List<WrittenText>> alike =
                everywhere.stream().collect(Collectors.groupingBy(TextVariants::withoutLittleThings));
        return everywhere.stream()
                .filter(text -> folder.has(text.spot()))
                .flatMap(text -> slip(text, alike.getOrDefault(withoutLittleThings(text), List.of())))
                .distinct();
    }

    private static String withoutLittleThings(WrittenText text) {
        return text.field().name() + " " + text.value().toLowerCase(Locale.ROOT).replaceAll("[-_.:\\s]", "");
    }

    /** The one that is written less often is told; of two that are written as often both. */
    private static Stream<Diagnostic> slip(WrittenText text, List<WrittenText> alike) {
        long own = count(text.value(), alike);
        return alike.stream()
                .filter(other -> !other.value().equals(text.value()) && count(other.value(), alike) >= own)
                .limit(1)
                .map(other -> text.spot()
                        .warning(
                                "differs-a-little",
                                "The " + text.field().name() + " is \"" + text.value() + "\" here and \""
                                        + other.value()
                                        + "\" in " + other.spot().file() + ":"
                                        + other.spot().line()
                                        + ". Maybe the same is meant?"));
    }

    private static long count(String value, List<WrittenText> texts) {
        return texts.stream().filter(text -> text.value().equals(value)).count();
    }
}
