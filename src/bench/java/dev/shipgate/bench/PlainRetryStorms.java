package dev.shipgate.bench;

import dev.shipgate.retrystorm.Amplifier;
import dev.shipgate.retrystorm.Baseline;
import dev.shipgate.retrystorm.CallerBaseline;
import dev.shipgate.retrystorm.CallerThresholds;
import dev.shipgate.retrystorm.CalmPoint;
import dev.shipgate.retrystorm.StormAlert;
import dev.shipgate.retrystorm.Thresholds;
import dev.shipgate.retrystorm.TrafficPoint;
import java.util.ArrayList;
import java.util.List;

/** The findings of {@code rules/retry-storm} on points for which the caller gives a baseline, in plain Java. */
public final class PlainRetryStorms {

    private PlainRetryStorms() {}

    /** The findings on these points. */
    public static List<Object> findings(List<TrafficPoint> points, CallerThresholds asked, CallerBaseline usual) {
        List<Object> findings = new ArrayList<>();
        Thresholds suspicious = new Thresholds(asked.attemptRatioOr(1.8), asked.dependencyErrorRateOr(0.05), 1.5, 1.2);
        findings.add(suspicious);
        findings.add(new Baseline(usual.attemptRatio(), usual.dependencyErrorRate(), "caller"));
        for (TrafficPoint point : points) {
            Double ratio = point.attemptRatio();
            Double errors = point.dependencyErrorRate();
            if (ratio == null || errors == null) {
                continue;
            }
            if (ratio >= suspicious.attemptRatio()
                    && ratio >= suspicious.timesUsual() * usual.attemptRatio()
                    && errors >= suspicious.dependencyErrorRate()
                    && errors > usual.dependencyErrorRate()) {
                findings.add(new StormAlert(point, "cap_retries_and_enable_fallback"));
                amplifier(point, findings);
            } else if (point.missing().isEmpty()) {
                findings.add(new CalmPoint(point));
            }
        }
        return findings;
    }

    private static void amplifier(TrafficPoint point, List<Object> findings) {
        Double client = point.clientAmplification();
        Double service = point.serviceAmplification();
        if (client == null || service == null) {
            return;
        }
        if (client >= 1.2 && service >= 1.2) {
            findings.add(new Amplifier(point, "both"));
        } else if (service < 1.2 && client > service) {
            findings.add(new Amplifier(point, "client"));
        } else if (client < 1.2) {
            findings.add(new Amplifier(point, "service"));
        }
    }
}
