package dev.shipgate;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.Slice;

/** Packages are small, and imports run one way. {@link ArchitectureTest} says which others each may know. */
@AnalyzeClasses(packages = "dev.shipgate", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.shipgate.(**)").should().beFreeOfCycles();

    /** A package with more files than that is several rooms in one. */
    @ArchTest
    static final ArchRule packagesAreSmall =
            slices().matching("dev.shipgate.(**)").should(haveAtMost(25));

    private static ArchCondition<Slice> haveAtMost(int files) {
        return new ArchCondition<>("have at most " + files + " files") {
            @Override
            public void check(Slice slice, ConditionEvents events) {
                long found = slice.stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .count();
                events.add(new SimpleConditionEvent(
                        slice, found <= files, slice.getDescription() + " has " + found + " files"));
            }
        };
    }
}
