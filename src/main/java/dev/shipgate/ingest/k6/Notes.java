package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.measure.ResultSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes that would be the same but for a name: reported once, with the first of the names. */
final class Notes {

    private static final int NAMES_SHOWN = 3;

    private record Sentence(String before, String after) {}

    private final Map<Sentence, List<String>> names = new LinkedHashMap<>();

    void add(String before, String name, String after) {
        names.computeIfAbsent(new Sentence(before, after), first -> new ArrayList<>())
                .add(name);
    }

    void report(ResultSink sink) {
        names.forEach((sentence, all) -> sink.note(sentence.before() + listed(all) + sentence.after()));
    }

    private static String listed(List<String> names) {
        int more = names.size() - NAMES_SHOWN;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMES_SHOWN)) + " and " + more + " more";
    }
}
