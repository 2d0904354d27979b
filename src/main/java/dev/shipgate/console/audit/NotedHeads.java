package dev.shipgate.console.audit;

import dev.shipgate.json.InvalidBodyException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Heads of chains that somebody noted and gives back: lines with a hash each, and whatever stands around it. */
final class NotedHeads {

    private static final Pattern HASH = Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])");

    /** More would help nobody: another text was pasted. */
    private static final int MAX_PROBLEMS = 20;

    private NotedHeads() {}

    /**
     * The hashes in a text; none when it is blank.
     *
     * @throws InvalidBodyException when a line has none: it would be passed over, and seem to be checked
     */
    static Set<String> read(String text) {
        Set<String> hashes = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher found = HASH.matcher(line);
            if (!found.find()) {
                problems.add("Line " + number + " has no hash, which is 64 characters of 0-9 and a-f.");
                if (problems.size() == MAX_PROBLEMS) {
                    break;
                }
                continue;
            }
            do {
                hashes.add(found.group());
            } while (found.find());
        }
        if (!problems.isEmpty()) {
            throw InvalidBodyException.ofParameters(problems);
        }
        return hashes;
    }
}
