package dev.shipgate.policy.session;

import java.util.ArrayDeque;
import java.util.Deque;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Sessions that are used again: making one costs more than a small evaluation. Drools has a pool too, which
 * never lets go of a session that an evaluation broke. Thread-safe.
 */
final class SessionPool {

    /** A session that held more facts is not kept: it would keep the memory that it once needed. */
    private static final int MAX_FACTS_OF_POOLED_SESSION = 1_000;

    /** More idle sessions than this are not worth their memory. */
    private static final int MAX_IDLE_SESSIONS = 64;

    private final KieBase kieBase;
    private final Deque<KieSession> idle = new ArrayDeque<>();

    SessionPool(KieBase kieBase) {
        this.kieBase = kieBase;
    }

    KieSession take() {
        synchronized (idle) {
            KieSession session = idle.pollFirst();
            if (session != null) {
                return session;
            }
        }
        return kieBase.newKieSession();
    }

    /** Takes back a session whose evaluation ended as it should. */
    void giveBack(KieSession session) {
        if (session.getFactCount() <= MAX_FACTS_OF_POOLED_SESSION) {
            ((InternalWorkingMemory) session).reset();
            synchronized (idle) {
                if (idle.size() < MAX_IDLE_SESSIONS) {
                    idle.addFirst(session);
                    return;
                }
            }
        }
        session.dispose();
    }
}
