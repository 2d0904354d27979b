package dev.shipgate.policy.cache;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.drools.CompiledClasses;
import java.util.List;
import java.util.Optional;

/** Rules that were compiled before, by the same build of the service. */
public interface CompilationCache {

    /** Finds nothing and keeps nothing. */
    CompilationCache NONE = new CompilationCache() {
        @Override
        public Optional<CompiledClasses> find(List<RuleFile> drl) {
            return Optional.empty();
        }

        @Override
        public void unusable(List<RuleFile> drl, Throwable reason) {}

        @Override
        public Optional<List<Diagnostic>> slips(List<RuleFile> drl) {
            return Optional.empty();
        }
    };

    /** The classes that these files of one folder were compiled to. Nothing says that the compiler made them. */
    Optional<CompiledClasses> find(List<RuleFile> drl);

    /** The entry that was found cannot become rules. It is removed, and counted. */
    void unusable(List<RuleFile> drl, Throwable reason);

    /** Keeps the classes that these files of one folder were compiled to; a cache that is only read does nothing. */
    default void put(List<RuleFile> drl, CompiledClasses classes) {}

    /**
     * The warnings that were found in the rule files of all folders; empty when it is not known that there was no
     * error.
     */
    Optional<List<Diagnostic>> slips(List<RuleFile> drl);

    /**
     * Keeps the warnings that were found in the rule files of all folders, when there was no error; a cache that is
     * only read does nothing.
     */
    default void putSlips(List<RuleFile> drl, List<Diagnostic> warnings) {}
}
