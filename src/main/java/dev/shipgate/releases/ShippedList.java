package dev.shipgate.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of releases that shipped, newest first.
 *
 * @param nextCursor asks for the page after this; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ShippedList(
        List<ShippedRow> releases, @Nullable String nextCursor) {

    /** One of them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ShippedRow(
            UUID decisionId,
            String kind,
            @Nullable String service,
            @Nullable String environment,
            @Nullable String version,
            Instant shippedAt,
            String shippedBy,
            String source,
            JsonNode measurements) {

        static ShippedRow of(ShippedMark mark) {
            return new ShippedRow(
                    mark.decisionId(),
                    mark.kind(),
                    mark.service(),
                    mark.environment(),
                    mark.version(),
                    mark.shippedAt(),
                    mark.shippedBy(),
                    mark.source().lowerCase(),
                    mark.measurements().write());
        }
    }

    /** @param marks up to one more than the page holds, which shows that there is a next one */
    static ShippedList of(List<ShippedMark> marks, int limit) {
        List<ShippedRow> page = marks.stream().limit(limit).map(ShippedRow::of).toList();
        return new ShippedList(
                page, marks.size() > limit ? page.get(limit - 1).decisionId().toString() : null);
    }
}
