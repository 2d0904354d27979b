package dev.shipgate.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.console.chart.ReleaseTrend.Release;
import dev.shipgate.console.chart.ReleaseTrend.ReleaseVerdict;
import dev.shipgate.console.chart.Spots.Spot;
import dev.shipgate.console.chart.picture.Chart;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Charts of any values have real places, which lie within their pictures. */
class AnyJsonTest {

    private static final int ROUNDS = 1500;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** As tools and people never send them, and as records may have them all the same. */
    private static final List<JsonNode> ODD = List.of(
            MissingNode.getInstance(),
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("<b>\u202E" + "long ".repeat(50)),
            JSON.textNode("2026-11-23T10:07:00Z"),
            JSON.textNode("-999999999-01-01T00:00:00Z"),
            JSON.textNode("+999999999-12-31T23:59:59+18:00"),
            JSON.booleanNode(true),
            JSON.arrayNode().add(1),
            JSON.objectNode().put("p95_ms", 1),
            DoubleNode.valueOf(Double.NaN),
            DoubleNode.valueOf(Double.POSITIVE_INFINITY),
            DoubleNode.valueOf(Double.MIN_VALUE),
            DoubleNode.valueOf(Double.MAX_VALUE),
            JSON.numberNode(1e308),
            JSON.numberNode(-1),
            JSON.numberNode(0),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            BigIntegerNode.valueOf(BigInteger.TEN.pow(400)),
            DecimalNode.valueOf(new BigDecimal("1e999999")));

    private Random random = new Random();
    private int drawn;

    @BeforeEach
    void saysWithWhichSeedItRuns() {
        long seed = new Random().nextLong();
        System.out.println("seed of random charts: " + seed);
        random = new Random(seed);
    }

    @Test
    void stepsOfAnyAnswerLieWithinThePicture() {
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode answer = JSON.objectNode();
            set(answer, "max_supported_concurrency", JSON.numberNode(random.nextInt(5)));
            set(answer, "first_failing_concurrency", JSON.numberNode(random.nextInt(5)));
            set(answer, "steps", steps());
            StepLoadChart.of(odd() ? oddValue() : answer).ifPresent(this::requireWithin);
        }
        assertThat(drawn).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void stormsOfAnyAnswerLieWithinThePicture() {
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode request = JSON.objectNode();
            ObjectNode answer = JSON.objectNode();
            set(request, "points", points());
            set(request, "attempt_ratio_threshold", DoubleNode.valueOf(3 * random.nextDouble()));
            set(request, "dependency_error_threshold", DoubleNode.valueOf(random.nextDouble()));
            set(answer, "alerts", points());
            set(answer, "windows", points());
            set(answer, "baseline", point(1));
            RetryStormChart.of(odd() ? oddValue() : request, odd() ? oddValue() : answer)
                    .ifPresent(this::requireWithin);
        }
        assertThat(drawn).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void trendsOfAnyReleasesLieWithinThePicture() {
        for (int i = 0; i < ROUNDS; i++) {
            List<ReleaseTrend> trends = List.of(trend(), trend());
            ReleaseTrend.onOneScale(trends).forEach(this::requireWithin);
            trends.get(0).chart().ifPresent(this::requireWithin);
        }
        assertThat(drawn).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void barsOfAnyMarginLieWithinThePicture() {
        for (int i = 0; i < ROUNDS; i++) {
            JsonNode margin = oddValue();
            LimitBar bar = LimitBar.of(margin.isNumber() ? margin.doubleValue() : random.nextGaussian(), "pass");
            assertThat(bar.within()).isBetween(0.0, (double) LimitBar.TICK);
            assertThat(bar.beyond()).isBetween(0.0, (double) LimitBar.ROOM_BEYOND);
        }
    }

    private void requireWithin(Chart chart) {
        drawn++;
        assertThat(chart.description()).doesNotContain("NaN", "Infinity");
        for (Spot spot : Spots.of(chart)) {
            // A comparison with NaN is false.
            if (!(spot.x() >= 0 && spot.x() <= chart.width() && spot.y() >= 0 && spot.y() <= chart.height())) {
                throw new AssertionError(spot + " lies outside of " + chart);
            }
        }
    }

    private ArrayNode steps() {
        List<String> roles = List.of("supported", "isolated_violation", "break", "after_break", "lucky");
        ArrayNode steps = JSON.arrayNode();
        int count = random.nextInt(12) == 0 ? 400 : random.nextInt(8);
        for (int i = 0; i < count; i++) {
            ObjectNode step = JSON.objectNode();
            set(step, "concurrency", JSON.numberNode(1 + i / 2));
            set(step, "role", JSON.textNode(roles.get(random.nextInt(roles.size()))));
            set(step, "p95_ms", DoubleNode.valueOf(1000 * random.nextDouble()));
            set(step, "error_rate", DoubleNode.valueOf(random.nextDouble()));
            if (random.nextBoolean()) {
                set(step, "p95_at_least_ms", DoubleNode.valueOf(500 * random.nextDouble()));
                set(step, "p95_at_most_ms", DoubleNode.valueOf(1000 * random.nextDouble()));
            }
            set(
                    step,
                    "limits",
                    JSON.objectNode().put("p95_ms", 800 * random.nextDouble()).put("error_rate", 0.01));
            steps.add(odd() ? oddValue() : step);
        }
        return steps;
    }

    private ArrayNode points() {
        ArrayNode points = JSON.arrayNode();
        int count = random.nextInt(12) == 0 ? 400 : random.nextInt(8);
        boolean isTime = random.nextBoolean();
        long distance = 1L + random.nextInt(1 << random.nextInt(1, 28));
        for (int i = 0; i < count; i++) {
            ObjectNode point = point(i);
            JsonNode minute = isTime
                    ? JSON.textNode(
                            Instant.ofEpochSecond(1_764_000_000 + distance * i).toString())
                    : JSON.numberNode(distance * i);
            set(point, "minute", minute);
            set(point, "start_minute", minute);
            set(point, "end_minute", minute);
            points.add(odd() ? oddValue() : point);
        }
        return points;
    }

    private ObjectNode point(int i) {
        ObjectNode point = JSON.objectNode();
        set(point, "user_turns", JSON.numberNode(random.nextInt(100)));
        set(point, "client_attempts", JSON.numberNode(random.nextInt(100)));
        set(point, "service_attempts", JSON.numberNode(random.nextInt(300)));
        set(point, "attempt_ratio", DoubleNode.valueOf(random.nextDouble() * i));
        set(point, "dependency_error_rate", DoubleNode.valueOf(random.nextDouble()));
        set(
                point,
                "amplified_by",
                JSON.textNode(List.of("client", "service", "both").get(random.nextInt(3))));
        return point;
    }

    private ReleaseTrend trend() {
        List<Release> releases = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            JsonNode p95 = odd() ? oddValue() : DoubleNode.valueOf(900 * random.nextDouble());
            JsonNode limit = odd() ? oddValue() : JSON.numberNode(800);
            releases.add(new Release(
                    oddValue().asText(),
                    Instant.ofEpochSecond(random.nextInt()),
                    p95.isNumber() ? p95.doubleValue() : null,
                    limit.isNumber() ? limit.doubleValue() : null,
                    List.of(ReleaseVerdict.values()).get(random.nextInt(3)),
                    random.nextBoolean()));
        }
        return new ReleaseTrend(oddValue().asText(), releases);
    }

    private void set(ObjectNode object, String field, JsonNode value) {
        object.set(field, odd() ? oddValue() : value);
    }

    private boolean odd() {
        return random.nextInt(20) == 0;
    }

    private JsonNode oddValue() {
        return ODD.get(random.nextInt(ODD.size()));
    }
}
