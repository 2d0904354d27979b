package dev.shipgate.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caller that acts as the page of integrations says, with the settings of the recipes there.
 *
 * @param address of the service
 * @param key the key that it shows, right or wrong
 * @param version of the release that it asks about
 */
record ExampleCaller(String address, String key, String version) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern ARGO_CONDITION = Pattern.compile("result == \"(\\w+)\"");
    private static final Pattern ARGO_PATH = Pattern.compile("\\{\\$\\.(\\w+)}");
    private static final Pattern AZURE_CRITERIA = Pattern.compile("eq\\(root\\['(\\w+)'], '(\\w+)'\\)");

    /** An answer is due within 3 s of a check of Azure. */
    private static final Duration AZURE_PATIENCE = Duration.ofSeconds(3);

    /** The phase of a measurement of Argo Rollouts. */
    String argo() {
        JsonNode metric = Integrations.yaml("Argo Rollouts").at("/spec/metrics/0");
        JsonNode web = metric.at("/provider/web");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(web.get("url").asText()))
                .timeout(Duration.ofSeconds(web.get("timeoutSeconds").asInt()));
        web.get("headers")
                .forEach(header -> request.header(
                        header.get("key").asText(), filled(header.get("value").asText())));
        Optional<JsonNode> answer = answer(request.build());
        if (answer.isEmpty()) {
            return "Error";
        }
        String path = group(ARGO_PATH, web.get("jsonPath").asText(), 1);
        if (!answer.get().has(path)) {
            return "Error";
        }
        String result = answer.get().get(path).asText();
        boolean failed = result.equals(condition(metric, "failureCondition"));
        boolean successful = result.equals(condition(metric, "successCondition"));
        return failed ? "Failed" : successful ? "Successful" : "Inconclusive";
    }

    private static String condition(JsonNode metric, String name) {
        return group(ARGO_CONDITION, metric.get(name).asText(), 1);
    }

    /** Whether Flagger promotes; the key is added by the proxy that the page speaks of. */
    boolean flagger() {
        JsonNode webhook = Integrations.yaml("Flagger").at("/spec/analysis/webhooks/0");
        String url = webhook.get("url").asText();
        String payload = "{\"name\":\"waitlist\",\"namespace\":\"default\",\"phase\":\"Progressing\",\"metadata\":{}}";
        HttpRequest request = HttpRequest.newBuilder(
                        uri(url.replace("http://shipgate-for-flagger", Integrations.ADDRESS)
                                .replaceFirst("version=[^&]+", "version={{args.version}}")))
                .timeout(Duration.parse("PT" + webhook.get("timeout").asText()))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(payload))
                .build();
        return send(request).map(response -> response.statusCode() <= 202).orElse(false);
    }

    /** Whether a pipeline of Azure goes on. */
    boolean azure() throws JsonProcessingException {
        JsonNode inputs = Integrations.yaml("Azure Pipelines").at("/0/steps/0/inputs");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        uri(Integrations.ADDRESS + inputs.get("urlSuffix").asText()))
                .timeout(AZURE_PATIENCE)
                .method(inputs.get("method").asText(), BodyPublishers.noBody());
        JSON.readTree(inputs.get("headers").asText())
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), filled(header.getValue().asText())));
        String criteria = inputs.get("successCriteria").asText();
        return answer(request.build())
                .map(root -> root.path(group(AZURE_CRITERIA, criteria, 1))
                        .asText()
                        .equals(group(AZURE_CRITERIA, criteria, 2)))
                .orElse(false);
    }

    /** The variables that a step of a shell has. */
    Map<String, String> environment() {
        return Map.of("SHIPGATE", address, "SHIPGATE_KEY", key, "VERSION", version, "RUN", "run-" + version);
    }

    private URI uri(String template) {
        return URI.create(filled(template).replace(Integrations.ADDRESS, address));
    }

    private String filled(String template) {
        return template.replace("{{args.version}}", version)
                .replace("$(Build.BuildNumber)", version)
                .replace("{{args.shipgate-key}}", key)
                .replace("$(SHIPGATE_KEY)", key);
    }

    /** The JSON of an answer of 2xx; empty where there is none. */
    private static Optional<JsonNode> answer(HttpRequest request) {
        return send(request)
                .filter(response -> response.statusCode() / 100 == 2)
                .map(HttpResponse::body)
                .map(Json::json);
    }

    private static Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String group(Pattern pattern, String text, int number) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("The tests cannot judge by " + text);
        }
        return matcher.group(number);
    }
}
