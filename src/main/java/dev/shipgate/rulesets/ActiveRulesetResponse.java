package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.live.RulesetAttempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ruleset that decides. Everything but the source and the newest edit is null or empty while none is
 * valid.
 *
 * @param version its content hash
 * @param activatedAt since when it decides
 * @param activatedBy the caller who made it active; "file" stands for an edit in the rules folder
 * @param commit the commit that the rules folder stood at; absent where it is no Git work tree
 * @param source the rules folder
 * @param files the files that it is made of
 * @param rules its rules, by file and line
 * @param attempted the newest edit, also one that was refused
 */
public record ActiveRulesetResponse(
        @Nullable String version,
        @Nullable Instant activatedAt,
        @Nullable String activatedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SourceCommit commit,
        String source,
        List<FileHash> files,
        List<RuleRow> rules,
        @Nullable RulesetAttempt attempted) {

    /** A file of the ruleset. */
    public record FileHash(String path, String sha256) {}
}
