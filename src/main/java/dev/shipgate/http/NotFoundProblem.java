package dev.shipgate.http;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Something that is asked for by name, and is not there. */
public final class NotFoundProblem {

    private NotFoundProblem() {}

    /**
     * A problem with status 404.
     *
     * @param detail the text that names the missing thing, with a hint that may help the caller
     */
    public static HttpProblem of(String detail) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("not-found"))
                .withStatus(404)
                .withTitle("Not found")
                .withDetail(detail)
                .build();
    }
}
