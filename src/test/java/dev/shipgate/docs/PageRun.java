package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.docs.Markdown.Section;
import dev.shipgate.testing.LiveRules;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows a section of a page from top to bottom: saves its rules and their tests, makes its edits, sends its requests,
 * and compares each answer with the block of JSON or Markdown below the request. In later requests an id or a hash of a
 * shown answer stands for that of the real answer.
 */
final class PageRun {

    private static final Pattern RULE_FILE = Pattern.compile("`rules/([a-z-]+/[a-z-]+\\.(?:drl|test\\.yaml))`");
    private static final Pattern EDIT = Pattern.compile("sed -i\\.bak 's/(.+)/(.+)/' rules/(\\S+)");

    private static final int ACCEPTED = 202;

    private final Section section;
    private final Map<String, String> standIns = new LinkedHashMap<>();
    private int answers;

    private PageRun(Section section) {
        this.section = section;
    }

    /** Whether there is an answer in the section that can be compared. */
    static boolean canRun(Section section) {
        return section.blocks().stream().anyMatch(PageRun::isRequest);
    }

    static void run(Section section) {
        LiveRules.resetWithTests();
        PageRun run = new PageRun(section);
        run.run();
        assertThat(run.answers).as("answers in " + section.heading()).isPositive();
    }

    /** Whether the service gives each answer of the section before the rules of the section are saved. */
    static boolean isTrueOfTheShippedRules(Section section) {
        LiveRules.resetWithTests();
        List<String> differences = new ArrayList<>();
        CurlCommand request = null;
        for (Block block : section.blocks()) {
            if (isRequest(block)) {
                request = CurlCommand.parse(block.text());
            } else if (block.language().equals("json") && request != null) {
                JsonNode real = ShownJson.tree(request.send().asString());
                differences.addAll(ShownJson.differences(ShownJson.parse(block.text()), real));
            }
        }
        return differences.isEmpty();
    }

    private void run() {
        @Nullable CurlCommand request = null;
        for (Block block : section.blocks()) {
            Matcher edit = EDIT.matcher(block.text());
            if (isRequest(block)) {
                request = CurlCommand.parse(real(block.text()));
            } else if (block.language().equals("sh") && edit.matches()) {
                // The only special characters of the edits shown are parentheses, which sed takes literally.
                LiveRules.edit(edit.group(3), edit.group(1), edit.group(2));
            } else if (block.language().equals("drl") || block.language().equals("yaml")) {
                LiveRules.save(fileOf(block), block.text() + "\n");
            } else if (block.language().equals("json") && request != null) {
                compare(ShownJson.parse(block.text()), request.send());
                answers++;
            } else if (block.language().equals("markdown") && request != null) {
                assertThat(unchanging(request.send().asString())).isEqualTo(unchanging(block.text() + "\n"));
                answers++;
            }
        }
    }

    /** A request with the ids and hashes of this run in the place of those that earlier answers are shown with. */
    private String real(String request) {
        String real = request;
        for (Map.Entry<String, String> shown : standIns.entrySet()) {
            real = real.replace(shown.getKey(), shown.getValue());
        }
        return real;
    }

    private static boolean isRequest(Block block) {
        return block.language().equals("sh") && block.text().startsWith("curl ");
    }

    private static String fileOf(Block block) {
        Matcher file = RULE_FILE.matcher(block.introduction());
        assertThat(file.find()).as("a file to save this as: " + block.text()).isTrue();
        return file.group(1);
    }

    /** A text without the values that differ between two runs of the same request. */
    private static String unchanging(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("sha256:[0-9a-f]{12}", "VERSION")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }

    private void compare(JsonNode shown, Response response) {
        String real = response.asString();
        assertThat(response.statusCode()).as(real).isIn(statusesOf(shown));
        assertThat(ShownJson.differences(shown, ShownJson.tree(real))).as(real).isEmpty();
        standIns.putAll(ShownJson.standIns(shown, ShownJson.tree(real)));
        if (response.statusCode() == ACCEPTED) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !"running"
                            .equals(RestAssured.get(response.header("Location")).path("state")));
        }
    }

    private static List<Integer> statusesOf(JsonNode shown) {
        if (shown.has("type")) {
            return List.of(shown.path("status").asInt());
        }
        // A backtest that is only begun has no result to be shown.
        return shown.has("backtest_id") && !shown.has("summary") ? List.of(ACCEPTED) : List.of(200, 201);
    }
}
