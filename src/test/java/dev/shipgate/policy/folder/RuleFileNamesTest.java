package dev.shipgate.policy.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "load-gate/x.DRL, load-gate/x.drl",
        "load-gate/x.drl.txt, load-gate/x.drl",
        "load-gate/x.test.yml, load-gate/x.test.yaml",
        "load-gate/x.tests.yaml, load-gate/x.test.yaml",
        "load-gate/x_test.yaml, load-gate/x.test.yaml",
        "load-gate/X.Test.Yaml, load-gate/X.test.yaml",
        "load-gate/x.test.yaml.txt, load-gate/x.test.yaml",
        "load-gate/x.test.json, load-gate/x.test.yaml",
        "load-gate/x.dslr, load-gate/x.drl",
        "load-gate/budgets-test.yaml, load-gate/budgets.test.yaml",
        "load-gate/budgetsTest.yaml, load-gate/budgets.test.yaml",
        "load-gate/budgets.spec.yml, load-gate/budgets.test.yaml",
        "load-gate/budgets.yaml, load-gate/budgets.test.yaml",
        "load-gate/latest.yaml, load-gate/latest.test.yaml",
        "load-gate/test.yaml, load-gate/test.test.yaml",
        "load-gate/team/budgets.yml, load-gate/team/budgets.test.yaml",
        "loadgate/budgets.yaml, loadgate/budgets.test.yaml",
        "imports/x.yml, imports/x.yaml",
        "Imports/x.yaml, imports/x.yaml",
        "import/x.yaml, imports/x.yaml",
        "mappings/x.YAML, imports/x.yaml",
        "imports/team/x.yaml, imports/x.yaml"
    })
    void saysWhatANameWasMeantToBe(String name, String meant) {
        assertThat(RuleFileNames.meant(name)).contains(meant);
        assertThat(RuleFileNames.isLookedAt(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load-gate/x.drl", "load-gate/x.test.yaml", "imports/x.yaml", "imports/x-test.yaml"})
    void takesRightNames(String name) {
        assertThat(RuleFileNames.meant(name)).isEmpty();
        assertThat(RuleFileNames.isLookedAt(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "x.drl~",
                "x.drl.bak",
                "load-test.yaml",
                "load-gate/README.md",
                "policy-tests.schema.json",
                "drl"
            })
    void passesOverOtherFiles(String name) {
        assertThat(RuleFileNames.isLookedAt(name)).isFalse();
    }
}
