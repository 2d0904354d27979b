package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.audit.RecordedRules;
import dev.shipgate.audit.RecordedRules.RecordedActivation;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.live.ActiveRuleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of the rules that were ever active. */
@ApplicationScoped
public class RulesetVersions {

    private final RecordedRules recorded;
    private final ActiveRuleset active;

    RulesetVersions(RecordedRules recorded, ActiveRuleset active) {
        this.recorded = recorded;
        this.active = active;
    }

    /**
     * A version, and when it became active last.
     *
     * @param active whether it decides now
     * @param activatedBy the name of the caller; "file" for an edit of the rules folder
     * @param source the way in which it became active: by an edit of the folder, a publication or an activation
     * @param message why; null when nobody said
     * @param commit the commit that the rules folder stood at; absent where it is no Git work tree
     * @param activations how often it became active
     */
    public record Version(
            String version,
            boolean active,
            Instant activatedAt,
            String activatedBy,
            String source,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SourceCommit commit,

            int activations) {}

    /** One time that a version became active; the fields as of a {@link Version}. */
    public record ActivationRow(
            Instant activatedAt,
            String activatedBy,
            String source,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SourceCommit commit) {

        static ActivationRow of(RecordedActivation recorded) {
            return new ActivationRow(
                    recorded.at(), recorded.caller(), recorded.source(), recorded.message(), recorded.commit());
        }
    }

    /**
     * A version with its text.
     *
     * @param activations each time that it became active, newest first
     */
    public record VersionText(
            String version, boolean active, List<ActivationRow> activations, List<VersionFile> files) {}

    /** A file of a version. */
    public record VersionFile(String path, String sha256, String text) {

        static VersionFile of(RuleFile file) {
            return new VersionFile(file.path(), file.sha256(), file.text());
        }
    }

    /** All versions, the one that became active last first. */
    List<Version> all() {
        Map<String, List<RecordedActivation>> byVersion = new LinkedHashMap<>();
        recorded.activations()
                .forEach(activation -> byVersion
                        .computeIfAbsent(activation.version(), version -> new ArrayList<>())
                        .add(activation));
        return byVersion.values().stream().map(this::version).toList();
    }

    private Version version(List<RecordedActivation> newestFirst) {
        RecordedActivation newest = newestFirst.get(0);
        return new Version(
                newest.version(),
                isActive(newest.version()),
                newest.at(),
                newest.caller(),
                newest.source(),
                newest.message(),
                newest.commit(),
                newestFirst.size());
    }

    private boolean isActive(String version) {
        return active.ruleset().filter(now -> now.version().equals(version)).isPresent();
    }

    VersionText text(String version) {
        RulesetFiles files = files(version);
        return new VersionText(
                version,
                isActive(version),
                recorded.activations(version).stream().map(ActivationRow::of).toList(),
                files.files().stream().map(VersionFile::of).toList());
    }

    /** The version that was active before a version became active last; empty when there was none. */
    public Optional<String> before(String version) {
        return recorded.activations().stream()
                .map(RecordedActivation::version)
                .dropWhile(later -> !later.equals(version))
                .filter(earlier -> !earlier.equals(version))
                .findFirst();
    }

    /** The files of a version. It is a problem with status 404 when there is no such. */
    RulesetFiles files(String version) {
        return recorded.files(version)
                .orElseThrow(() -> NotFoundProblem.of("There is no ruleset \"" + version
                        + "\". A version begins with sha256: and is known here once it was active. "
                        + "GET /v1/rulesets lists them."));
    }
}
