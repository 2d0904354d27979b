package dev.shipgate.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A rule as its author wrote it.
 *
 * @param rule its name
 * @param packageName the package that its file declares
 * @param file the path of its file below the rules folder
 * @param line the line of its first word, from 1
 * @param metadata its annotations ({@code owner}, {@code doc}, ...), sorted by name
 * @param textSha256 the hash of its text, in lower-case hex
 */
public record RuleInfo(
        String rule,
        @JsonProperty("package") String packageName,
        String file,
        int line,
        Map<String, Object> metadata,
        @JsonIgnore String textSha256) {}
