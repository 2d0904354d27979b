package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.drl.CodeText;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drools.DroolsBuild;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a folder that can be read while others cannot, so that the errors of all files are reported at once. */
final class ReadableFiles {

    /** The parts that other files of the folder may need; without them the compiler would complain of those, too. */
    private static final Pattern FOR_OTHERS = Pattern.compile("(?m)^[ \\t]*(?:declare|function|query)\\b");

    private static final Pattern EXTENDS = Pattern.compile("\\bextends\\b");
    private static final Pattern HEAD = Pattern.compile("(?m)^[ \\t]*(?:package|import)\\b.*$");

    private ReadableFiles() {}

    /** The errors that the compiler finds in those that can be read; empty where they may come of those that cannot. */
    static List<Diagnostic> errors(List<ParsedDrl> folder) {
        List<ParsedDrl> readable =
                folder.stream().filter(ReadableFiles::isReadable).toList();
        List<ParsedDrl> others =
                folder.stream().filter(file -> !isReadable(file)).toList();
        if (readable.isEmpty()
                || others.stream().anyMatch(file -> has(FOR_OTHERS, file))
                || readable.stream().anyMatch(file -> has(EXTENDS, file))) {
            return List.of();
        }
        // Files of one package have their imports in common.
        List<ParsedDrl> heads = others.stream()
                .map(ReadableFiles::head)
                .filter(ReadableFiles::isReadable)
                .toList();
        return errorsOf(Stream.concat(readable.stream(), heads.stream()).toList()).stream()
                .filter(error ->
                        readable.stream().anyMatch(file -> file.file().path().equals(error.file())))
                .toList();
    }

    private static boolean isReadable(ParsedDrl file) {
        return file.errors().isEmpty();
    }

    private static boolean has(Pattern sought, ParsedDrl file) {
        return sought.matcher(CodeText.blanked(file.file().source())).find();
    }

    private static ParsedDrl head(ParsedDrl file) {
        String head = HEAD.matcher(file.file().source())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        return ParsedDrl.parse(
                new RuleFile(file.file().path(), head, file.file().sha256()));
    }

    private static List<Diagnostic> errorsOf(List<ParsedDrl> files) {
        try {
            DroolsBuild build =
                    DroolsBuild.of(files.stream().map(ParsedDrl::file).toList());
            build.discard();
            return build.errors().isEmpty() ? List.of() : new CompileErrors(files).locate(build.errors());
        } catch (RulesetRefusedException e) {
            // The compiler takes too long: the errors of the parser have to do.
            return List.of();
        }
    }
}
