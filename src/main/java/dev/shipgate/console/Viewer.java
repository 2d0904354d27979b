package dev.shipgate.console;

import dev.shipgate.access.KeySignIn;
import dev.shipgate.access.Roles;
import dev.shipgate.http.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The reader of a page, as its frame shows them. */
@Named("viewer")
@ApplicationScoped
public class Viewer {

    private final SecurityIdentity identity;
    private final Caller caller;
    private final KeySignIn signIn;

    /** @param identity the one of the current request */
    Viewer(SecurityIdentity identity, Caller caller, KeySignIn signIn) {
        this.identity = identity;
        this.caller = caller;
        this.signIn = signIn;
    }

    /** Whether somebody is known: on the page that takes a key, nobody is. */
    public boolean isKnown() {
        return !identity.isAnonymous();
    }

    /** Whether the reader can sign out: where nobody has to say who they are, nobody can. */
    public boolean isSignedIn() {
        return isKnown() && signIn.isNeeded();
    }

    /** The name that the audit has for what they do. */
    public String name() {
        return caller.name();
    }

    public boolean isAuditor() {
        return identity.hasRole(Roles.AUDIT);
    }

    /** Whether they may read the rules. */
    public boolean readsRules() {
        return isAuditor() || identity.hasRole(Roles.AUTHOR) || identity.hasRole(Roles.PUBLISH);
    }

    /** Whether they may try rules. */
    public boolean isAuthor() {
        return identity.hasRole(Roles.AUTHOR);
    }

    /** Whether they may make rules active. */
    public boolean isPublisher() {
        return identity.hasRole(Roles.PUBLISH);
    }

    /** Whether they may open a file of rules to change it. */
    public boolean editsRules() {
        return isAuthor() || isPublisher();
    }

    /** Whether they may read waivers. */
    public boolean readsWaivers() {
        return isAuditor() || mayWaive();
    }

    /** Whether they may grant and revoke waivers. */
    public boolean mayWaive() {
        return identity.hasRole(Roles.WAIVE);
    }
}
