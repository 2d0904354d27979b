package dev.shipgate.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.record.DecisionArchive;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.context.ServiceTime;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.http.limit.BodyTooLargeException;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * Runs backtests beside the requests: a few at a time, all of them together on at most half of the processors.
 * Thread-safe.
 */
@ApplicationScoped
public class Backtests {

    /** How often an evaluation waits for memory that other requests have. */
    private static final int MAX_WAITS = 100;

    /** How long it waits each time. */
    private static final int WAIT_MILLIS = 100;

    private final DecisionArchive decisions;
    private final Evaluations evaluations;
    private final ServiceTime time;
    private final MemoryAdmission admission;
    private final ObjectMapper json;
    private final BacktestResults results;
    private final Clock clock;
    private final Semaphore free;
    private final BacktestThreads threads = BacktestThreads.ofHalfTheProcessors();

    @Inject
    Backtests(
            DecisionArchive decisions,
            Evaluations evaluations,
            ServiceTime time,
            MemoryAdmission admission,
            ObjectMapper json,
            BacktestConfig config,
            BacktestResults results) {
        this.decisions = decisions;
        this.evaluations = evaluations;
        this.time = time;
        this.admission = admission;
        this.json = json;
        this.results = results;
        this.clock = results.clock();
        this.free = new Semaphore(config.maxConcurrent());
    }

    /** Makes the rules of a backtest ready. */
    public interface Candidate<E extends Exception> {

        /** Takes them into use; the backtest closes the lease. */
        RulesetLease lease() throws E;
    }

    /**
     * Starts one, once its rules are ready.
     *
     * @throws TooManyRequestsException when as many run already as may
     */
    public <E extends Exception> Backtest start(Candidate<E> candidate, DecisionSelection selection) throws E {
        if (!free.tryAcquire()) {
            throw new TooManyRequestsException(
                    "As many backtests run already as may at a time. Try again when one has ended.");
        }
        boolean started = false;
        try {
            RulesetLease rules = candidate.lease();
            try {
                Backtest backtest = start(rules, decisions.newest(selection));
                started = true;
                return backtest;
            } finally {
                if (!started) {
                    rules.close();
                }
            }
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    private Backtest start(RulesetLease rules, PastDecisions past) {
        Backtest backtest = new Backtest(rules, new BacktestTally(past.total()), clock);
        CandidateRules candidate = new CandidateRules(rules, evaluations, time, json);
        BacktestRun run =
                new BacktestRun(backtest, past, decision -> compare(candidate, decision), threads.executor(), () -> {
                    rules.close();
                    free.release();
                });
        results.add(backtest);
        run.start(threads.number());
        return backtest;
    }

    /** Other requests go first: without memory for this one, it waits. */
    private Comparison compare(CandidateRules candidate, PastDecision decision) throws InterruptedException {
        for (int waits = 0; waits < MAX_WAITS; waits++) {
            try {
                return admission.run(MemoryNeed.ofEvaluation(decision.request()), () -> candidate.compare(decision));
            } catch (BodyTooLargeException e) {
                break;
            } catch (TooManyRequestsException e) {
                Thread.sleep(WAIT_MILLIS);
            }
        }
        return new Comparison.NotEvaluable(decision, Obstacle.TOO_LARGE);
    }

    /** Before the store closes. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        results.cancelAll();
        threads.stop();
    }
}
