package dev.shipgate.console.rules;

import dev.shipgate.access.Roles;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.rulesets.ActiveRulesetResource;
import dev.shipgate.rulesets.ActiveTexts;
import dev.shipgate.rulesets.RuleHistoryResource;
import dev.shipgate.rulesets.RuleTests;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One rule: its text, its tests, its use and its history. */
@Path("/console/rules/rule")
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RulePage {

    private static final int MAX_CASES = 100;
    private static final int MAX_CHANGES = 20;

    private final ActiveRulesetResource active;
    private final ActiveTexts texts;
    private final RuleTests tests;
    private final RuleHistoryResource history;

    RulePage(ActiveRulesetResource active, ActiveTexts texts, RuleTests tests, RuleHistoryResource history) {
        this.active = active;
        this.texts = texts;
        this.tests = tests;
        this.history = history;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "rules")
    static class Templates {
        private Templates() {}

        static native TemplateInstance rule(
                RuleView rule,
                @Nullable SourceView source,
                URI place,
                URI decisions,
                @Nullable List<CaseLink> cases,
                int moreCases,
                @Nullable List<ChangeView> changes,
                int moreChanges);
    }

    /** A case in which the rule fires. */
    record CaseLink(Case test, URI page) {

        private static CaseLink of(Case test) {
            return new CaseLink(test, RuleLinks.file(test.file(), test.line()));
        }
    }

    @GET
    public TemplateInstance rule(@RestQuery @Nullable String name, @RestQuery @Nullable String file) {
        RuleView rule = active.active().rules().stream()
                .filter(row -> row.info().rule().equals(name))
                .filter(row -> file == null || row.info().file().equals(file))
                .findFirst()
                .map(RuleView::of)
                .orElseThrow(() -> NotFoundProblem.of("No rule \"" + name + "\" decides now"
                        + (file == null ? "." : " in the file \"" + file + "\".")
                        + " Maybe it was renamed, moved or deleted? The versions say."));
        List<Case> cases = tests.firing(rule.info()).orElse(null);
        List<ChangeView> changes = changes(rule);
        return Templates.rule(
                rule,
                texts.ofRule(rule.info()).map(SourceView::of).orElse(null),
                RuleLinks.file(rule.info().file(), rule.info().line()),
                RuleLinks.decisions(rule.info().rule()),
                cases == null
                        ? null
                        : cases.stream().limit(MAX_CASES).map(CaseLink::of).toList(),
                cases == null ? 0 : Math.max(0, cases.size() - MAX_CASES),
                changes == null ? null : changes.stream().limit(MAX_CHANGES).toList(),
                changes == null ? 0 : Math.max(0, changes.size() - MAX_CHANGES));
    }

    /** Null while somebody else reads a history. */
    private @Nullable List<ChangeView> changes(RuleView rule) {
        try {
            return history.history(rule.info().rule()).changes().stream()
                    .map(ChangeView::of)
                    .toList();
        } catch (TooManyRequestsException e) {
            return null;
        }
    }
}
