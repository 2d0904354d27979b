package dev.shipgate.docs;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code curl} command as a page shows it, sent to the service under test. Read here and not run by a
 * shell, so that the tests need nothing but Java.
 *
 * @param method as given, or else the default of curl
 * @param path path and query
 * @param headers each as {@code name: value}
 * @param body null for none
 */
record CurlCommand(
        String method,
        String path,
        List<String> headers,
        @Nullable String body) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
    private static final String SERVICE = "localhost:8080";

    private static final Set<String> ENDS = Set.of("|", ">");

    static CurlCommand parse(String command) {
        List<String> words = words(command.replace("\\\n", " "));
        String method = null;
        String path = null;
        String body = null;
        List<String> headers = new ArrayList<>();
        for (int i = 1; i < words.size() && !ENDS.contains(words.get(i)); i++) {
            String word = words.get(i);
            switch (word) {
                case "-s", "-sS", "--fail" -> {}
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.add(words.get(++i));
                case "-d" -> body = words.get(++i);
                default -> {
                    if (!word.startsWith(SERVICE)) {
                        throw new AssertionError("The tests cannot read " + word + " in: " + command);
                    }
                    path = word.substring(SERVICE.length());
                }
            }
        }
        if (path == null) {
            throw new AssertionError("There is no address in: " + command);
        }
        return new CurlCommand(method != null ? method : body == null ? "GET" : "POST", path, headers, body);
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }

    Response send() {
        RequestSpecification request = given().urlEncodingEnabled(false);
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        if (body != null) {
            request.body(body);
        }
        return request.request(method, path);
    }
}
