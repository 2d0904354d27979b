package dev.shipgate.backtest;

import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.decision.Verdict;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recorded decisions for tests: plain ones, and pages of them. */
final class PastDecisionsOf implements PastDecisions {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final List<Unread> left;
    private final int total;
    private final int page;

    /** @param page how many are given at a time */
    PastDecisionsOf(List<PastDecision> decisions, int page) {
        this.left = new ArrayList<>();
        decisions.forEach(decision -> left.add(() -> decision));
        this.total = left.size();
        this.page = page;
    }

    @Override
    public int total() {
        return total;
    }

    @Override
    public List<Unread> next() {
        List<Unread> some = List.copyOf(left.subList(0, Math.min(page, left.size())));
        left.subList(0, some.size()).clear();
        return some;
    }

    /** The id of the decision of a number; higher numbers are newer. */
    static UUID id(int number) {
        return new UUID(0x01a20acd13ab7000L + number, 0x8a684f10e244d9d5L);
    }

    /** A load gate without routes. */
    static PastDecision decision(int number, @Nullable String service, Verdict verdict, List<String> rulesFired) {
        return new PastDecision(
                id(number),
                AT,
                "load_gate",
                service,
                "production",
                "1",
                verdict,
                rulesFired,
                false,
                null,
                null,
                "{}".getBytes(StandardCharsets.UTF_8),
                InputStream::nullInputStream);
    }
}
