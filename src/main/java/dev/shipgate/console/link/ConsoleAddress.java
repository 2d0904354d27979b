package dev.shipgate.console.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.setting.WebAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address at which browsers of people reach the service, and below it the console.
 *
 * @param service without a slash at its end
 */
public record ConsoleAddress(WebAddress service) {

    /** The setting of this address. */
    public static final String SETTING = "shipgate.console.url";

    private static final Pattern DECISION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Reads the value of the setting.
     *
     * @throws IllegalArgumentException when it is no address; the message names the setting, and says what would be
     *     right
     */
    public static ConsoleAddress parse(String text) {
        try {
            return new ConsoleAddress(WebAddress.parse(
                    text, "https://shipgate.example.org", "Leave them out: everybody who reads a report sees them."));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The setting " + SETTING + " " + e.getMessage(), e);
        }
    }

    /**
     * The link to the page of a decision.
     *
     * @param answer that of the decision, as JSON
     * @return null when the answer names no decision, as one that was not recorded
     */
    public @Nullable String decision(JsonNode answer) {
        String id = answer.path("decision_id").asText();
        return DECISION_ID.matcher(id).matches() ? service.uri() + "/console/decisions/" + id : null;
    }
}
