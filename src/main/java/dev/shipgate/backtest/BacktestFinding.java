package dev.shipgate.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.report.Notice;
import dev.shipgate.report.RuleNote;
import dev.shipgate.text.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Something that one of two answers says and the other does not: a failure, a blocker, an alert, a warning, as reports
 * tell it.
 *
 * @param blocks whether it holds the release back; false for a warning
 * @param part the kind of the answer that it comes from, such as {@code load_gate}
 * @param about the thing that it is about: a route, a minute, a part; empty when it is about no single one
 * @param reason a stable name
 * @param detail a sentence for people, at most 300 characters of it
 * @param rule the name of the rule that found it; absent when that is not told
 */
public record BacktestFinding(
        boolean blocks,
        String part,
        String about,
        String reason,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rule) {

    private static final int MAX_TEXT = 300;

    static BacktestFinding of(Notice notice) {
        RuleNote rule = notice.rule();
        return new BacktestFinding(
                notice.blocks(),
                notice.part(),
                OneLine.of(notice.item(), MAX_TEXT),
                OneLine.of(notice.reason(), MAX_TEXT),
                OneLine.of(notice.detail(), MAX_TEXT),
                rule == null ? null : rule.name());
    }
}
