package dev.shipgate.policy.git;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The commit that was checked out in the rules folder when its rules became active.
 *
 * @param id its hash, in lower-case hex
 * @param author name and e-mail address, as the commit says; Git lets everybody write anything there
 * @param subject the first paragraph of its message, on one line
 * @param uncommittedChanges whether the rules that became active differ from those of the commit
 */
public record SourceCommit(
        @JsonProperty("id") String id,
        @JsonProperty("author") String author,
        @JsonProperty("subject") String subject,
        @JsonProperty("uncommitted_changes") boolean uncommittedChanges) {}
