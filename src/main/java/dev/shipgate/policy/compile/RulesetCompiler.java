package dev.shipgate.policy.compile;

import dev.shipgate.policy.Causes;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.MappingCheck;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.cache.CompilationCache;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drools.DroolsBuild;
import dev.shipgate.policy.drools.UnstoppableWork;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.session.CompiledRules;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.FolderOrigins;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns rule files into a ruleset, or says everything that is wrong with them. */
@ApplicationScoped
public class RulesetCompiler {

    private static final Logger LOG = Logger.getLogger(RulesetCompiler.class);

    /** A parser that does not end disturbs no other, so some may run at once: others can then still be read. */
    private static final UnstoppableWork READING = new UnstoppableWork(3, DroolsBuild.MAX_TIME);

    private final SortedMap<String, Vocabulary> vocabularies = new TreeMap<>();

    private final List<MappingCheck> mappings;

    private final CompilationCache cache;
    private final CompilationCache cacheForReading;

    @Inject
    public RulesetCompiler(@All List<RulesOwner> owners, @All List<MappingCheck> mappings, RulesetCache cache) {
        this(owners, mappings, cache, cache.forReading());
    }

    /** One that compiles everything, whatever was compiled before. */
    public RulesetCompiler(List<RulesOwner> owners, List<MappingCheck> mappings) {
        this(owners, mappings, CompilationCache.NONE, CompilationCache.NONE);
    }

    private RulesetCompiler(
            List<RulesOwner> owners,
            List<MappingCheck> mappings,
            CompilationCache cache,
            CompilationCache cacheForReading) {
        this.mappings = List.copyOf(mappings);
        owners.forEach(owner -> vocabularies.put(owner.rulesFolder(), owner.vocabulary()));
        this.cache = cache;
        this.cacheForReading = cacheForReading;
    }

    /**
     * Compiles a ruleset for one use, after which nothing of it remains. It decides nothing.
     *
     * @throws RulesetRefusedException when any file is wrong
     */
    public RulesetLease compileForOneUse(RulesetFiles files, EvaluationConfig limits) throws RulesetRefusedException {
        return new RulesetLease(compileToTry(files), limits);
    }

    /**
     * Compiles every folder whose text differs from that of the previous ruleset, and shares the rest.
     *
     * <p>One at a time: a ruleset that is compiled for a replay must not slow down one that is to decide.
     *
     * @throws RulesetRefusedException when any file is wrong; nothing of the new ruleset then remains
     */
    public synchronized Ruleset compile(RulesetFiles files, @Nullable Ruleset previous) throws RulesetRefusedException {
        return compile(files, previous, cache, true);
    }

    private synchronized Ruleset compileToTry(RulesetFiles files) throws RulesetRefusedException {
        return compile(files, null, cacheForReading, true);
    }

    /**
     * The same for rules that have decided and will not again. Slips for which they would be refused today change
     * nothing about their decisions; and no cached entry is replaced.
     */
    public synchronized Ruleset compileToAnswer(RulesetFiles files, @Nullable Ruleset previous)
            throws RulesetRefusedException {
        return compile(files, previous, cacheForReading, false);
    }

    private Ruleset compile(
            RulesetFiles files, @Nullable Ruleset previous, CompilationCache cacheInUse, boolean toDecide)
            throws RulesetRefusedException {
        requireReadableRulesInKnownFolders(files);
        SortedMap<String, List<ParsedDrl>> parsed = READING.run(() -> parsed(files));
        RulesetBounds.require(parsed);
        List<Diagnostic> slips = toDecide ? slips(files.drl(), parsed, cacheInUse) : List.of();
        Map<String, CompiledRules> compiled = new TreeMap<>();
        boolean complete = false;
        try {
            compileInto(compiled, parsed, previous, cacheInUse, slips, toDecide);
            Ruleset ruleset = new Ruleset(files, compiled, FolderOrigins.of(compiled, previous), slips);
            requireRules(ruleset);
            complete = true;
            return ruleset;
        } finally {
            if (!complete) {
                compiled.values().forEach(rules -> rules.references().release());
            }
        }
    }

    private SortedMap<String, List<ParsedDrl>> parsed(RulesetFiles files) {
        SortedMap<String, List<ParsedDrl>> parsed = new TreeMap<>();
        vocabularies
                .keySet()
                .forEach(folder -> parsed.put(
                        folder, files.drl(folder).stream().map(ParsedDrl::parse).toList()));
        return parsed;
    }

    /** The slips found before in the same text, or found now, which are cached if they do not refuse the ruleset. */
    private List<Diagnostic> slips(
            List<RuleFile> drl, SortedMap<String, List<ParsedDrl>> parsed, CompilationCache cacheInUse)
            throws RulesetRefusedException {
        Optional<List<Diagnostic>> before = cacheInUse.slips(drl);
        if (before.isPresent()) {
            return before.get();
        }
        List<Diagnostic> found = READING.run(() -> RulesetLint.findings(parsed, vocabularies));
        if (found.stream().noneMatch(slip -> slip.isError() || slip.code().equals(SlipCodes.NOT_CHECKED))) {
            cacheInUse.putSlips(drl, found);
        }
        return found;
    }

    private void compileInto(
            Map<String, CompiledRules> compiled,
            Map<String, List<ParsedDrl>> parsed,
            @Nullable Ruleset previous,
            CompilationCache cacheInUse,
            List<Diagnostic> slips,
            boolean toDecide)
            throws RulesetRefusedException {
        List<RulesetRefusedException> refusals = new ArrayList<>();
        for (Map.Entry<String, List<ParsedDrl>> folder : parsed.entrySet()) {
            List<RuleFile> drl = folder.getValue().stream().map(ParsedDrl::file).toList();
            CompiledRules unchanged = previous == null ? null : previous.sharedRules(folder.getKey(), drl);
            try {
                CompiledRules rules = unchanged != null ? unchanged : compiled(folder.getValue(), cacheInUse);
                compiled.put(folder.getKey(), rules);
                requireNoPackageOfAnotherFolder(folder.getKey(), rules);
                if (toDecide) {
                    rules.requireEvidenceKept();
                }
            } catch (RulesetRefusedException e) {
                refusals.add(e);
                if (e.isOfTheWholeCompiler()) {
                    break;
                }
            }
        }
        if (!refusals.isEmpty() || slips.stream().anyMatch(Diagnostic::isError)) {
            throw new RulesetRefusedException(() -> ReportedOnce.of(
                    refusals.stream()
                            .flatMap(refusal -> refusal.diagnostics().stream())
                            .toList(),
                    slips));
        }
    }

    private static void requireRules(Ruleset ruleset) throws RulesetRefusedException {
        if (ruleset.rules().isEmpty()) {
            throw new RulesetRefusedException(List.of(Diagnostic.error(
                    null,
                    RulesetLint.NO_RULES,
                    "There is no rule in any file. Maybe they were all taken out, or made a comment?")));
        }
    }

    private static CompiledRules compiled(List<ParsedDrl> drl, CompilationCache cacheInUse)
            throws RulesetRefusedException {
        try {
            return FolderCompiler.compileParsed(drl, cacheInUse);
        } catch (RuntimeException | Error e) {
            LOG.error("The rules broke the compiler", e);
            throw new RulesetRefusedException(List.of(Diagnostic.error(
                    null, "compiler-failed", "The compiler failed on these rules: " + Causes.words(e))));
        }
    }

    /** A rule in the wrong folder would fire on facts of that folder, and its findings would go unread. */
    private void requireNoPackageOfAnotherFolder(String folder, CompiledRules rules) throws RulesetRefusedException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (RuleInfo rule : rules.rules()) {
            for (String other : vocabularies.keySet()) {
                if (!other.equals(folder) && rule.packageName().equals(RuleFile.usualPackage(other))) {
                    diagnostics.add(Diagnostic.error(
                            rule.file(),
                            rule.line(),
                            1,
                            rule.rule(),
                            "wrong-folder",
                            "The package " + rule.packageName() + " is that of rules/" + other
                                    + ". Maybe the file belongs there?"));
                }
            }
        }
        if (!diagnostics.isEmpty()) {
            throw new RulesetRefusedException(diagnostics);
        }
    }

    private void requireReadableRulesInKnownFolders(RulesetFiles files) throws RulesetRefusedException {
        List<Diagnostic> diagnostics = UnreadableFiles.in(files, vocabularies.keySet(), mappings);
        if (!diagnostics.isEmpty()) {
            throw new RulesetRefusedException(diagnostics);
        }
    }
}
