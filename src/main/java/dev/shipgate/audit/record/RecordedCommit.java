package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shipgate.policy.git.SourceCommit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The commit of an activation, in the form in which it is kept. */
public final class RecordedCommit {

    private static final Logger LOG = Logger.getLogger(RecordedCommit.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RecordedCommit() {}

    static JsonNode write(SourceCommit commit) {
        return JSON.valueToTree(commit);
    }

    /** The commit that was kept; null when none was, or when the text there now was never written by a service. */
    public static @Nullable SourceCommit read(@Nullable String kept) {
        try {
            return kept == null ? null : JSON.readValue(kept, SourceCommit.class);
        } catch (JsonProcessingException e) {
            // A verification names it; a request for something else still gets an answer.
            LOG.warn("The audit store holds a commit of rules that no service wrote");
            return null;
        }
    }
}
