package dev.shipgate.audit.store.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.record.MaskWords;
import dev.shipgate.audit.record.Masking;
import dev.shipgate.audit.record.RecordComposer;
import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.record.WaiverEvent;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.read.WaiverReader;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.rules.StandaloneEvaluations;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.json.JsonAnswers;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A grant that is older than records are kept goes, and the decision that used it stays what it was. */
@BesideOthers
@WithDatabaseServer
class RetainedWaiversTest {

    private static final int DAYS = 30;
    private static final Instant GRANTED = Instant.parse("2026-10-20T12:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-10-28T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-15T00:00:00Z");

    /** The day of the grant is no longer kept, and that of the decision is. */
    private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");

    private static final UUID ID = new UUID(DECIDED.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0001L);
    private static final Evaluations EVALUATIONS = StandaloneEvaluations.named();
    private static final Evaluator EVALUATOR = new Evaluator(new JsonAnswers(CommandJson.mapper()));

    private static final byte[] SLOW = """
            {"service":"search","environment":"production","version":"1.0.0",
             "routes":{"find":{"p95_ms":900,"error_rate":0.001,"cost_per_success":0.01,"task_success_delta":0}},
             "budgets":{"find":{"p95_ms":800,"error_rate":0.01,"cost_per_success":0.05}}}""".getBytes(StandardCharsets.UTF_8);

    private static RulesetLease rules;

    /** As the service writes and composes them. */
    private final WaiverEvent events = new WaiverEvent(CommandJson.mapper());

    private final RecordComposer composer = new RecordComposer(
            CommandJson.mapper(), Map.of(), new Masking(List.of(), MaskWords.of(EVALUATIONS), () -> new byte[0]), null);

    @BeforeAll
    static void compile() {
        rules = TestRules.leaseOfShippedWith(Map.of());
    }

    @AfterAll
    static void letGo() {
        rules.close();
    }

    private static Waiver waiver(Instant until) {
        return new Waiver(
                new UUID(GRANTED.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0002L),
                "search",
                "production",
                null,
                "find",
                null,
                "latency",
                until,
                "Agreed with sales",
                "OPS-4711",
                "key:ops",
                GRANTED);
    }

    private static Decision decide(Instant at, EvaluationContext context, byte[] body) {
        return EVALUATOR.evaluate(Evaluator.read(EVALUATIONS.ofKind("load_gate"), body, null), rules, ID, at, context);
    }

    /** Grants, decides with the waiver, and then keeps house until nothing is left to do. */
    private Decision decideAndRemove(TestStore store, Waiver waiver) throws SQLException {
        EvaluationContext context =
                EvaluationContext.at(DECIDED, ZoneOffset.UTC).withWaivers(List.of(waiver), List.of());
        Decision decision = decide(DECIDED, context, SLOW);
        NewRecord record = composer.compose(decision, new Submission(SLOW, null, "key:ci", null), null);
        Housekeeping housekeeping = new Housekeeping(OptionalInt.of(DAYS));
        try (Chain chain = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(chain);
            appender.append(List.of(events.granted(waiver)));
            appender.append(List.of(record));
            assertThat(store.verify().firstMisfit()).isNull();
            do {
                housekeeping.step(appender, NOW);
            } while (housekeeping.busy());
        }
        return decision;
    }

    private static long events(TestStore store, String kind) {
        return store.count("SELECT COUNT(*) FROM record WHERE kind = ?", kind);
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsReplayedFromItsRecordWhenTheGrantIsGone(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            Decision decision = decideAndRemove(store, waiver(UNTIL));
            assertThat(decision.verdict()).isEqualTo(Verdict.PASS);
            assertThat(new String(decision.answer(), StandardCharsets.UTF_8))
                    .contains("\"waiver_id\":\"" + waiver(UNTIL).waiverId() + "\"");

            assertThat(events(store, EventKinds.WAIVER_GRANTED)).isZero();
            assertThat(new WaiverReader(store.database).find(waiver(UNTIL).waiverId()))
                    .isEmpty();
            assertThat(events(store, EventKinds.WAIVER_EXPIRED)).isEqualTo(1);
            RecordedDecision recorded = RecordedDecision.read(store.stored(ID).requireUnchanged());
            JsonNode context = Objects.requireNonNull(recorded.head().context());
            assertThat(context.at("/waivers/0/justification").asText()).isEqualTo("Agreed with sales");
            Decision replayed = decide(
                    Instant.parse(Objects.requireNonNull(recorded.head().text("evaluated_at"))),
                    EvaluationContext.read(context),
                    recorded.request());
            assertThat(recorded.response()).isEqualTo(decision.answer());
            assertThat(replayed.answer()).isEqualTo(recorded.response());
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWaiverThatHasNotEndedOutlivesTheRecordOfItsGrant(Product product) throws Exception {
        Waiver lasting = waiver(NOW.plus(Duration.ofDays(1)));
        try (TestStore store = TestStore.empty(product)) {
            decideAndRemove(store, lasting);
            assertThat(events(store, EventKinds.WAIVER_GRANTED)).isZero();
            assertThat(new WaiverReader(store.database)
                            .find(lasting.waiverId())
                            .orElseThrow()
                            .waiver())
                    .isEqualTo(lasting);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }
}
