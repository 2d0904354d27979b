package dev.shipgate.ingest.fortio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;

/** Whole numbers of 64 bits, which the JSON form of Protobuf writes as texts. */
final class Numbers64 {

    private Numbers64() {}

    /** @throws dev.shipgate.ingest.read.UnreadableResultException when there is no whole number, 0 or more */
    static long count(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isTextual() && value.textValue().matches("\\d{1,15}")) {
            return Long.parseLong(value.textValue());
        }
        return JsonDocument.requiredCount(object, field);
    }
}
