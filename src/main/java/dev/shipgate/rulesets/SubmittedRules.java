package dev.shipgate.rulesets;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text of a ruleset from a request. */
public final class SubmittedRules {

    /** Names that are the same on every file system, and stay below the folder that they are written to. */
    private static final Pattern PATH =
            Pattern.compile("(?:\\w[\\w.-]{0,99}/){1,9}\\w[\\w.-]{0,99}\\.(?:drl|test\\.yaml)"
                    + "|imports/[a-z0-9][a-z0-9-]{0,63}\\.yaml");

    private static final String FILES = "files";

    private SubmittedRules() {}

    /**
     * Reads a body that has files and nothing else.
     *
     * @throws InvalidBodyException when it is not that
     */
    static RulesetFiles read(byte[] body) {
        JsonObject fields = StrictJson.object(body);
        RulesetFiles files = read(fields);
        fields.requireNothingElse();
        return files;
    }

    /** Reads the files of a body, and notes each problem with them. */
    public static RulesetFiles read(JsonObject fields) {
        Map<String, String> texts = fields.strings(FILES);
        List<RuleFile> files = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (!PATH.matcher(path).matches()) {
                fields.invalidMember(
                        FILES,
                        path,
                        "is no path of a rule file. It must be like load-gate/budgets.drl, load-gate/budgets.test.yaml or "
                                + "imports/k6.yaml, without the folder of the rules itself, in letters from a to z, digits, and the signs "
                                + ". _ and -.");
            }
            files.add(RuleFile.of(path, text.getBytes(StandardCharsets.UTF_8)));
        });
        Object given = fields.value(FILES);
        if (given instanceof Map<?, ?> map && map.containsValue(null)) {
            fields.invalid(FILES, "has a path whose text is null. Leave the path out, or give its text.");
        } else if (given == null || given.equals(Map.of())) {
            fields.invalid(FILES, "must be an object of texts by path, with at least one.");
        }
        rejectClashes(fields, texts.keySet());
        return RulesetFiles.of(files);
    }

    /** No file system can hold a file and a folder of one name, and some do not tell large letters from small ones. */
    private static void rejectClashes(JsonObject fields, Set<String> paths) {
        Map<String, String> taken = new HashMap<>();
        for (String path : paths) {
            String other = taken.put(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                fields.invalidMember(FILES, path, "differs from " + other + " only in large and small letters.");
            }
        }
        for (String path : paths) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String folder = taken.get(path.substring(0, slash).toLowerCase(Locale.ROOT));
                if (folder != null) {
                    fields.invalidMember(FILES, path, "is below " + folder + ", which is a file.");
                }
            }
        }
    }
}
