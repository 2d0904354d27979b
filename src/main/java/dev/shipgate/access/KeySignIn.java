package dev.shipgate.access;

import dev.shipgate.access.browser.Sessions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signs people in with their key. Guessing is slowed down as it is for callers. */
@ApplicationScoped
public class KeySignIn {

    private final LoadedKeys keys;
    private final Sessions sessions;
    private final AccessMode mode;
    private final AuthenticationFailures refusals;

    KeySignIn(LoadedKeys keys, Sessions sessions, AccessMode mode, AuthenticationFailures refusals) {
        this.keys = keys;
        this.sessions = sessions;
        this.mode = mode;
        this.refusals = refusals;
    }

    /** The result of an attempt. */
    public enum Outcome {
        SIGNED_IN,
        NO_SUCH_KEY,
        TOO_MANY_ATTEMPTS
    }

    /** Whether there is anything to sign in to: without keys and tokens nobody is told apart. */
    public boolean isNeeded() {
        return !mode.isOpen();
    }

    /** Whether a key can be accepted at all: there may be tokens alone. */
    public boolean takesKeys() {
        return keys.configured();
    }

    /** Begins a session for the owner of a key. */
    public Outcome signIn(RoutingContext exchange, String presented) {
        Optional<StoredKey> key = ApiKey.parse(presented.strip()).flatMap(keys::find);
        if (key.isEmpty()) {
            return refusals.count(exchange) > 0 ? Outcome.TOO_MANY_ATTEMPTS : Outcome.NO_SUCH_KEY;
        }
        sessions.begin(exchange, key.get().id(), key.get().hash());
        return Outcome.SIGNED_IN;
    }
}
