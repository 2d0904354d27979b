package dev.shipgate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.shipgate.policy.drools.DroolsVersion;
import jakarta.ws.rs.Path;
import java.util.Arrays;

/** The flow of a request is one way: body, facts, rules, findings, decision, answer. */
@AnalyzeClasses(packages = "dev.shipgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES = {
        "dev.shipgate.loadgate..", "dev.shipgate.retrystorm..", "dev.shipgate.capacity..", "dev.shipgate.readiness.."
    };

    private static final String[] HTTP = {
        "jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..", "io.quarkiverse.resteasy..", "dev.shipgate.http.."
    };

    private static final String[] TOOLS = {
        "dev.shipgate.file..",
        "dev.shipgate.number..",
        "dev.shipgate.hash..",
        "dev.shipgate.text..",
        "dev.shipgate.memory..",
        "dev.shipgate.background..",
        "dev.shipgate.setting.."
    };

    @ArchTest
    static void featuresDoNotKnowEachOther(JavaClasses classes) {
        for (String feature : FEATURES) {
            knowsNoOtherFeature(feature).check(classes);
        }
    }

    @ArchTest
    static final ArchRule whatTakesRequestsKnowsNoDecision = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shipgate.decision..",
                    "dev.shipgate.report..",
                    "dev.shipgate.policy..",
                    "dev.shipgate.audit..");

    @ArchTest
    static final ArchRule policyKnowsFactsRulesAndFiringsOnly = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.shipgate.decision..", "dev.shipgate.audit..", "dev.shipgate.json..");

    @ArchTest
    static final ArchRule policyTestsKnowNoFeatureNoHttpAndNoAudit = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.policytest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("dev.shipgate.audit..");

    @ArchTest
    static final ArchRule auditKnowsNoFeatureAndNotHowRulesAreCompiled = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shipgate.policy.drl..",
                    "dev.shipgate.policy.lint..",
                    "dev.shipgate.policy.confinement..",
                    "dev.shipgate.policy.compile..",
                    "dev.shipgate.policy.cache..",
                    "dev.shipgate.policy.admission..")
            .orShould()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.shipgate.policy.drools..").and(not(type(DroolsVersion.class))));

    /** A replay evaluates again. */
    @ArchTest
    static final ArchRule onlyReplaysRunRulesInTheAudit = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.audit..")
            .and()
            .resideOutsideOfPackage("dev.shipgate.audit.replay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shipgate.policy.session..");

    @ArchTest
    static final ArchRule commandsKnowNoEndpoints = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shipgate.decision.http..",
                    "dev.shipgate.audit.http..",
                    "dev.shipgate.ingest.endpoint..",
                    "dev.shipgate.rulesets..")
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule whatDecidesBesideTheRequestKnowsNoDecision = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.context..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shipgate.decision..");

    @ArchTest
    static final ArchRule onlyMappingsAndImportsKnowRules = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.ingest..")
            .and()
            .resideOutsideOfPackages("dev.shipgate.ingest.mapping..", "dev.shipgate.ingest.endpoint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shipgate.policy..");

    @ArchTest
    static final ArchRule theStoreIsForTheAuditAlone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shipgate.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shipgate.audit.store..");

    @ArchTest
    static final ArchRule decisionsAreMadeWithoutHttpAndWithoutKnowingTheFeatures = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.shipgate.decision",
                    "dev.shipgate.decision.evidence..",
                    "dev.shipgate.decision.firing..",
                    "dev.shipgate.context..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule whatAllFeaturesShareKnowsNone = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.shipgate.decision..",
                    "dev.shipgate.http..",
                    "dev.shipgate.ingest..",
                    "dev.shipgate.json..",
                    "dev.shipgate.number..",
                    "dev.shipgate.rulesets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule reportsAreMadeOfJsonAlone = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shipgate.decision..",
                    "dev.shipgate.policy..",
                    "dev.shipgate.policytest..",
                    "dev.shipgate.rulesets..",
                    "dev.shipgate.audit..",
                    "dev.shipgate.json..",
                    "dev.shipgate.access..",
                    "dev.shipgate.cli..");

    @ArchTest
    static final ArchRule accessKnowsWhoCallsAndNothingOfWhatTheyAsk = noClasses()
            .that()
            .resideInAPackage("dev.shipgate.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.shipgate.decision..",
                    "dev.shipgate.policy..",
                    "dev.shipgate.policytest..",
                    "dev.shipgate.rulesets..",
                    "dev.shipgate.audit..",
                    "dev.shipgate.json..");

    @ArchTest
    static final ArchRule onlyAccessKnowsTokens = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shipgate.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.oidc..", "io.github.bucket4j..");

    @ArchTest
    static final ArchRule onlyPolicyRunsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.shipgate.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule toolsKnowNothingElse = classes()
            .that()
            .resideInAnyPackage(TOOLS)
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("dev.shipgate..").or(resideInAnyPackage(TOOLS)));

    @ArchTest
    static final ArchRule factsAndFindingsAreRecords = classes()
            .that()
            .resideInAnyPackage(FEATURES)
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .areNotAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            .should()
            .beRecords();

    private static ArchRule knowsNoOtherFeature(String own) {
        String[] others =
                Arrays.stream(FEATURES).filter(other -> !other.equals(own)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
