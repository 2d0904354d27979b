package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Samples of all tools with numbers, texts and lines changed: each is read, or refused in words that tell nothing of
 * us.
 */
class MutatedImportsTest {

    private static final int MAX_BYTES = 50_000;

    private static final long SEED = 20_261_129;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private static final Pattern WORD = Pattern.compile("\"[^\"]{0,40}\"|[A-Za-z_]{3,}");

    private static final List<String> VALUES = List.of(
            "-1",
            "0",
            "1.5",
            "1e400",
            "99999999999999999999",
            "9223372036854775807",
            "NaN",
            "null",
            "true",
            "\"\"",
            "{}",
            "[]",
            "1,5",
            "\u0000",
            "\n",
            "\"",
            "1.76E+12",
            "\uFEFF",
            "253402300799999");

    private static final String OUR_FOLDER = Path.of("").toAbsolutePath().toString();

    /** Names of classes and libraries, places of files, and hashes of objects. */
    private static final Pattern OURS =
            Pattern.compile("(com|org|java|javax)\\.[a-z]+\\.|[a-z]Exception|Jackson|Snake|FastCSV"
                    + "|/tmp/|@[0-9a-f]{6,8}\\b|" + Pattern.quote(OUR_FOLDER));

    private final Random random = new Random(SEED);

    private static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SampleFiles.FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) < MAX_BYTES) {
                    samples.add(file);
                }
            }
        }
        return samples;
    }

    private byte[] mutated(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int from = random.nextInt(text.length());
        var found = (random.nextBoolean() ? NUMBER : WORD).matcher(text);
        if (random.nextInt(8) == 0 || !found.find(from)) {
            return text.substring(0, from).getBytes(StandardCharsets.ISO_8859_1);
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return (text.substring(0, found.start()) + value + text.substring(found.end()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String outcome(Importer importer, byte[] content) throws IOException {
        StepPlan steps = importer.takesSteps("k6") ? new StepPlan(10_000, List.of()) : null;
        try {
            ResultFile file = ResultFile.of(null, "file", content);
            new ImportInput(List.of(file), null, null, null, null, null, "find", null, steps)
                    .toRequest(importer, path -> null, Deadline.NONE);
            return "read";
        } catch (UnreadableResultException e) {
            return String.valueOf(e.getMessage());
        } catch (InvalidBodyException e) {
            return e.problems().toString();
        }
    }

    @Test
    void areReadOrRefusedInWords() throws IOException {
        System.out.println("Seed of the mutations: " + SEED);
        ResultFormats formats = ResultFormats.all();
        for (Path sample : samples()) {
            byte[] content = Files.readAllBytes(sample);
            for (Importer importer :
                    List.of(new LoadTestImporter(formats), new StepImporter(formats), new PointImporter())) {
                for (int round = 0; round < 4; round++) {
                    String told = outcome(importer, mutated(content));
                    assertThat(OURS.matcher(told).find())
                            .as("%s as %s, round %d: %s", sample, importer.kind(), round, told)
                            .isFalse();
                }
            }
        }
    }
}
