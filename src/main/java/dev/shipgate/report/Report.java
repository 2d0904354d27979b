package dev.shipgate.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer, put in order for its readers.
 *
 * @param kind the kind of the answer
 * @param subject the release that was judged, for people; empty when nobody said
 * @param verdict the verdict that it comes down to
 * @param conclusion the verdict in words
 * @param rows the things that were looked at, a line each
 * @param notices the reasons against the release, then what waivers cover, then the facts that people should know; when
 *     the verdict is not a pass, at least one notice that blocks, and none otherwise
 * @param decisionId empty when there is none
 * @param rulesetVersion empty when there is none
 * @param evaluatedAt empty when there is none
 * @param page the address of a page that shows the decision; empty when there is none
 */
public record Report(
        ReportedKind kind,
        String subject,
        AnswerVerdict verdict,
        String conclusion,
        List<Row> rows,
        List<Notice> notices,
        String decisionId,
        String rulesetVersion,
        String evaluatedAt,
        String page) {

    /** As many digits of a hash as people compare. */
    private static final int SHORT_HASH_DIGITS = 12;

    private static final String HASH = "sha256:";

    /** The heading of the report: the subject, or else the kind. */
    public String title() {
        return subject.isEmpty() ? ReportedKind.title(kind.name()) : subject;
    }

    /** When it was evaluated; null when that is not told. */
    @Nullable
    public Instant instant() {
        try {
            return Instant.parse(evaluatedAt);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public boolean passes() {
        return verdict == AnswerVerdict.PASS;
    }

    public List<Notice> blocking() {
        return notices.stream().filter(Notice::blocks).toList();
    }

    /** The failures and blockers that waivers cover. */
    public List<Notice> waived() {
        return notices.stream().filter(Notice::isWaived).toList();
    }

    public List<Notice> warnings() {
        return notices.stream()
                .filter(notice -> !notice.blocks() && !notice.isWaived())
                .toList();
    }

    /** Its lines by part. */
    public Map<String, List<Row>> parts() {
        return byPart(rows.stream());
    }

    /** The lines of the tables for people by part, without parts that have none. */
    public Map<String, List<Row>> tables() {
        return byPart(rows.stream().filter(Row::isInTable));
    }

    private static Map<String, List<Row>> byPart(Stream<Row> rows) {
        return rows.collect(Collectors.groupingBy(Row::part, LinkedHashMap::new, Collectors.toList()));
    }

    public String shortRulesetVersion() {
        return rulesetVersion.startsWith(HASH)
                ? rulesetVersion.substring(0, Math.min(rulesetVersion.length(), HASH.length() + SHORT_HASH_DIGITS))
                : rulesetVersion;
    }
}
