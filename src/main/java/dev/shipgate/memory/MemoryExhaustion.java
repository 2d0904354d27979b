package dev.shipgate.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import org.jboss.logging.Logger;

/**
 * Warns of a process that goes on after its memory ran out. Threads that ended by that are missed by nobody, so it
 * might look well and decide nothing: it has to end, and to be started again.
 */
@ApplicationScoped
class MemoryExhaustion {

    private static final Logger LOG = Logger.getLogger(MemoryExhaustion.class);

    static final String OPTION = "ExitOnOutOfMemoryError";

    void start(@Observes StartupEvent event) {
        warnUnless(isOnOrUnknown(OPTION));
    }

    static void warnUnless(boolean endsProcess) {
        if (!endsProcess) {
            LOG.warnf(
                    "This process may go on without deciding anything after its memory ran out. Start it with ./shipgate, "
                            + "or with -XX:+%s",
                    OPTION);
        }
    }

    /** Whether an option of the JVM is on. A JVM that does not have it is not asked for it: nobody could turn it on. */
    static boolean isOnOrUnknown(String option) {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return options == null
                    || Boolean.parseBoolean(options.getVMOption(option).getValue());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
