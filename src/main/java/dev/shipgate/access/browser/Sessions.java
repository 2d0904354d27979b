package dev.shipgate.access.browser;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shipgate.console.link.ConsoleLinks;
import dev.shipgate.hash.Sha256;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of people who signed in. A browser holds a random text of 256 bits in a cookie that no script can read
 * and no other site can have sent; this process remembers the hash of it. Sessions end with the process. Thread-safe.
 */
@ApplicationScoped
public class Sessions {

    /** The name of the cookie. */
    static final String COOKIE = "shipgate_session";

    private static final int TOKEN_BYTES = 32;

    /** Only callers with a key can begin a session. Those who came last are remembered. */
    private static final int MAX_SESSIONS = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final SessionConfig config;
    private final ConsoleLinks console;
    private final Cache<String, Session> byTokenHash;

    Sessions(SessionConfig config, ConsoleLinks console) {
        this.config = config;
        this.console = console;
        this.byTokenHash = Caffeine.newBuilder()
                .maximumSize(MAX_SESSIONS)
                .expireAfterAccess(config.idleTime())
                .build();
    }

    /** Begins a session, and gives its cookie to the browser. One that the browser had before ends. */
    public void begin(RoutingContext exchange, String keyId, String keyHash) {
        end(exchange);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byTokenHash.put(hash(token), new Session(keyId, keyHash, Instant.now().plus(config.duration())));
        exchange.response().addCookie(cookie(exchange, token));
    }

    /** The session of a request; empty when there is none that counts. */
    public Optional<Session> of(RoutingContext exchange) {
        String token = token(exchange);
        return token == null
                ? Optional.empty()
                : Optional.ofNullable(byTokenHash.getIfPresent(hash(token)))
                        .filter(session -> Instant.now().isBefore(session.ends()));
    }

    /** Ends the session of a request, if it has one, and takes its cookie from the browser. */
    public void end(RoutingContext exchange) {
        String token = token(exchange);
        if (token != null) {
            byTokenHash.invalidate(hash(token));
            exchange.response().addCookie(cookie(exchange, "").setMaxAge(0));
        }
    }

    /** Of two cookies of this name one was planted, and nobody can tell which: neither counts. */
    private static @Nullable String token(RoutingContext exchange) {
        Set<Cookie> cookies = exchange.request().cookies(COOKIE);
        return cookies.size() == 1 ? cookies.iterator().next().getValue() : null;
    }

    /** It lasts until the browser is closed. Over TLS it never goes another way. */
    private Cookie cookie(RoutingContext exchange, String token) {
        return Cookie.cookie(COOKIE, token)
                .setPath(ConsolePaths.CONSOLE)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(
                        console.areByTls() || "https".equals(exchange.request().scheme()));
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(Sha256.digest().digest(token.getBytes(StandardCharsets.UTF_8)));
    }
}
