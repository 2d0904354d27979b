package dev.shipgate.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The OpenAPI document as the running service serves it. */
public final class OpenApiDocument {

    /**
     * A request that the document shows.
     *
     * @param path the path it is for
     * @param name its name, also that of the answer to it
     */
    record RequestExample(String path, String name, JsonNode body) {}

    /** An answer that the document shows, and the schema that it says the answer has. */
    record AnswerExample(int status, JsonNode body, JsonNode schema) {}

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** The document in JSON, as a caller who has a key gets it. */
    public static OpenApiDocument of(String json) {
        return new OpenApiDocument(ShownJson.tree(json));
    }

    static OpenApiDocument served() {
        return of(RestAssured.get("/q/openapi?format=json").asString());
    }

    /** Each operation as {@code POST /v1/load-gate}, with its node. */
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.put(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue())));
        return operations;
    }

    List<RequestExample> requestExamples() {
        List<RequestExample> examples = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> content(path.getValue().path("post").path("requestBody"))
                        .path("examples")
                        .properties()
                        .forEach(example -> examples.add(new RequestExample(
                                path.getKey(),
                                example.getKey(),
                                example.getValue().path("value")))));
        return examples;
    }

    JsonNode requestSchema(String path) {
        return content(root.path("paths").path(path).path("post").path("requestBody"))
                .path("schema");
    }

    /** The answers that the document shows under the name of a request; there should be one. */
    List<AnswerExample> answersTo(RequestExample request) {
        List<AnswerExample> answers = new ArrayList<>();
        responses("POST " + request.path()).forEach((status, response) -> {
            JsonNode example = content(response).path("examples").path(request.name());
            if (!example.isMissingNode()) {
                answers.add(new AnswerExample(
                        status, example.path("value"), content(response).path("schema")));
            }
        });
        return answers;
    }

    /** The responses of an operation by their status, with references followed. */
    Map<Integer, JsonNode> responses(String operation) {
        Map<Integer, JsonNode> responses = new TreeMap<>();
        JsonNode node = operations().getOrDefault(operation, root.path("nothing"));
        node.path("responses")
                .properties()
                .forEach(response -> responses.put(Integer.valueOf(response.getKey()), follow(response.getValue())));
        return responses;
    }

    /** The answer of an operation under a status: its schema and examples. */
    JsonNode answer(String operation, int status) {
        return content(follow(operations()
                .getOrDefault(operation, root.path("nothing"))
                .path("responses")
                .path(Integer.toString(status))));
    }

    /** The answer that an operation is shown to give under a status; the one example when the name is empty. */
    JsonNode example(String operation, int status, String name) {
        JsonNode answer = answer(operation, status);
        return name.isEmpty()
                ? answer.path("example")
                : follow(answer.path("examples").path(name)).path("value");
    }

    private JsonNode follow(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").textValue().substring(1)) : node;
    }

    private static JsonNode content(JsonNode bodyOrResponse) {
        JsonNode content = bodyOrResponse.path("content");
        return content.has("application/json")
                ? content.path("application/json")
                : content.path("application/problem+json");
    }

    /**
     * The parts of a value that are not as its schema says; a field of an answer that the schema does not name counts
     * too.
     */
    List<String> violations(JsonNode schema, JsonNode value) {
        ObjectNode document = root.deepCopy();
        Set<JsonNode> partsOfOthers = new HashSet<>();
        document.findValues("allOf")
                .forEach(parts -> parts.forEach(part -> partsOfOthers.add(
                        document.at(part.path("$ref").asText("#").substring(1)))));
        document.path("components").path("schemas").forEach(component -> {
            if (!partsOfOthers.contains(component)) {
                close(component);
            }
        });
        ObjectNode closed = document.deepCopy().retain("components");
        closed.setAll((ObjectNode) schema);
        JsonSchema validator =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(closed);
        return validator.validate(value).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    private static void close(JsonNode schema) {
        boolean describesFields = schema.has("allOf") || schema.has("properties");
        if (describesFields && !schema.has("additionalProperties") && !schema.has("unevaluatedProperties")) {
            ((ObjectNode) schema).put("unevaluatedProperties", false);
        }
        if (!schema.has("allOf")) {
            schema.path("properties").forEach(OpenApiDocument::close);
            if (schema.path("items").isObject()) {
                close(schema.path("items"));
            }
        }
    }
}
