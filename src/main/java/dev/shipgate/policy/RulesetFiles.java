package dev.shipgate.policy;

import static java.util.stream.Collectors.joining;

import dev.shipgate.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The text of a ruleset.
 *
 * @param files sorted by path
 * @param version {@code sha256:} and the hash of the lines {@code <sha256 of the file>  <path>}, sorted by
 *     path: the lines that {@code sha256sum} prints for the files, hashed once more, so that anyone can check it
 */
public record RulesetFiles(List<RuleFile> files, String version) {

    public static RulesetFiles of(Collection<RuleFile> files) {
        List<RuleFile> sorted =
                files.stream().sorted(Comparator.comparing(RuleFile::path)).toList();
        String listing = sorted.stream()
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(joining());
        return new RulesetFiles(sorted, "sha256:" + Sha256.hex(listing.getBytes(StandardCharsets.UTF_8)));
    }

    /** The files of rules alone. */
    public List<RuleFile> drl() {
        return files.stream().filter(RuleFile::isDrl).toList();
    }

    /** The files of test cases. */
    public List<RuleFile> tests() {
        return files.stream().filter(RuleFile::isTest).toList();
    }

    /** The rule files of one folder. */
    public List<RuleFile> drl(String folder) {
        return files.stream()
                .filter(file -> file.isDrl() && file.folder().equals(folder))
                .toList();
    }
}
