package dev.shipgate.waivers;

import dev.shipgate.context.Waivable;
import dev.shipgate.context.Waiver;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.ProblemTypes;
import dev.shipgate.json.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The problems to answer to requests about waivers. */
final class WaiverProblems {

    private WaiverProblems() {}

    static HttpProblem notWaivable(Waiver waiver, Set<Waivable> waivable) {
        String what = waiver.part() == null
                ? "the reason " + waiver.reason()
                : "the reason " + waiver.reason() + " of the part " + waiver.part();
        return problem(422, ProblemTypes.of("not-waivable"), "The policy does not let this be waived")
                .withDetail("The policy does not let " + what + " be waived. " + known(waivable))
                .with("errors", List.of(wrong(waiver, waivable)))
                .build();
    }

    private static Problem wrong(Waiver waiver, Set<Waivable> waivable) {
        List<Waivable> elsewhere = waivable.stream()
                .filter(one -> one.reason().equals(waiver.reason()))
                .toList();
        if (elsewhere.isEmpty()) {
            return new Problem("/reason", "must be one that the policy lets somebody waive.");
        }
        String parts = elsewhere.stream()
                .map(one -> one.part() == null ? "left out" : one.part())
                .sorted()
                .collect(Collectors.joining(" or "));
        return new Problem("/part", "must be " + parts + " for the reason " + waiver.reason() + ".");
    }

    private static String known(Set<Waivable> waivable) {
        String reasons = waivable.stream()
                .map(one -> one.part() == null ? one.reason() : one.reason() + " (part " + one.part() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        return reasons.isEmpty()
                ? "It lets nothing be waived for this service."
                : "For this service it lets these be waived: " + reasons + ".";
    }

    static HttpProblem rulesFailed() {
        return problem(500, ProblemTypes.of("policy-evaluation-failed"), "The rules failed")
                .withDetail("The rules failed when they were asked what can be waived, so nothing can be now.")
                .build();
    }

    static HttpProblem tooMany(String service, int most) {
        return problem(409, ProblemTypes.of("too-many-waivers"), "The service has too many waivers")
                .withDetail("The service " + service + " has " + most
                        + " valid waivers, which is the most. Revoke those that are not needed.")
                .build();
    }

    static HttpProblem notValid(GrantedWaiver granted, String state) {
        return problem(409, ProblemTypes.of("waiver-not-valid"), "The waiver is not valid any more")
                .withDetail("The waiver " + granted.waiver().waiverId() + " is " + state
                        + " already, so it cannot be revoked.")
                .build();
    }

    static HttpProblem notFound(String id) {
        return NotFoundProblem.of("There is no waiver \"" + id
                + "\". Maybe it ended longer ago than records are kept? GET /v1/waivers lists them.");
    }

    private static HttpProblem.Builder problem(int status, URI type, String title) {
        return HttpProblem.builder().withType(type).withStatus(status).withTitle(title);
    }
}
