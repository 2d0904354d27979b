package dev.shipgate.console.edit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.console.ApiBody;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests that a change is for a caller of the API, so that both are checked alike. */
final class EditRequest {

    private EditRequest() {}

    /** Of a validation. */
    static byte[] toTry(ObjectMapper json, BaseRules base, EditForm form) {
        return ApiBody.of(json, Map.of("files", base.with(form)));
    }

    /** Of a publication, which goes on only while the base decides. */
    static byte[] toPublish(ObjectMapper json, BaseRules base, EditForm form) {
        Map<String, Object> body = ofActivation(form.base(), form.message());
        body.put("files", base.with(form));
        return ApiBody.of(json, body);
    }

    /** Of an activation, which goes on only while the version decides that was seen. */
    static byte[] toActivate(ObjectMapper json, String seen, String message) {
        return ApiBody.of(json, ofActivation(seen, message));
    }

    private static Map<String, Object> ofActivation(String seen, String message) {
        Map<String, Object> body = new HashMap<>();
        if (!message.isBlank()) {
            body.put("message", message);
        }
        if (!seen.isEmpty()) {
            body.put("expected_version", seen);
        }
        return body;
    }

    /** A number from 1; null when a text is none. */
    static @Nullable Integer number(String text, int max) {
        try {
            int number = Integer.parseInt(text);
            return number >= 1 && number <= max ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
