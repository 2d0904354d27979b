package dev.shipgate.policy.drl;

import org.drools.drl.parser.DrlParser;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The one version of the rule language that is inspected and compiled. The engine has several, whose parsers read
 * some texts in different ways, and would choose by properties of the process.
 */
public final class DrlLanguage {

    private static final LanguageLevelOption LEVEL = LanguageLevelOption.DRL6;

    private DrlLanguage() {}

    /** The parser by which rules are inspected. */
    static DrlParser parser() {
        return new DrlParser(LEVEL);
    }

    /** Makes the compiler of a build read its files as the inspection does. */
    public static KieModuleModel pinned(KieModuleModel build) {
        return build.setConfigurationProperty(LanguageLevelOption.PROPERTY_NAME, LEVEL.name());
    }
}
