package dev.shipgate.access;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An OpenID Connect provider that tells its keys over HTTP, and makes any token it is asked for. */
final class TestIssuer {

    static final String AUDIENCE = "shipgate";

    private final KeyPair known = pair();
    private final KeyPair other = pair();
    private final HttpServer server;
    private final String url;

    private TestIssuer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        url = "http://localhost:" + server.getAddress().getPort();
        answer("/.well-known/openid-configuration", query -> """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/none",
                 "authorization_endpoint":"%1$s/none","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url));
        answer("/jwks", query -> jwks((RSAPublicKey) known.getPublic()));
        answer("/token", this::token);
        server.start();
    }

    /** Starts one, and gives the configuration of a service that takes its tokens. */
    static Map<String, String> start() {
        return start(0);
    }

    /** The same at a port; 0 for any. */
    static Map<String, String> start(int port) {
        try {
            return configuration(new TestIssuer(port).server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration of a service that takes the tokens of the one at this port. */
    static Map<String, String> configuration(int port) {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                "http://localhost:" + port,
                "quarkus.oidc.token.audience",
                AUDIENCE,
                "quarkus.oidc.roles.role-claim-path",
                "shipgate/roles");
    }

    private interface Answer {
        String to(Map<String, String> query);
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            byte[] body =
                    answer.to(query(exchange.getRequestURI().getRawQuery())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static Map<String, String> query(String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (one, another) -> another,
                                TreeMap::new));
    }

    /** For alice, in the role evaluate, and good for five minutes, unless the query says otherwise. */
    private String token(Map<String, String> query) {
        long now = Instant.now().getEpochSecond();
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(query.getOrDefault("issuer", url))
                .audience(query.getOrDefault("audience", AUDIENCE))
                .subject("1234")
                .preferredUserName("alice")
                .issuedAt(now - 3_600)
                .expiresAt(now + Long.parseLong(query.getOrDefault("expires_in", "300")))
                .claim(
                        "shipgate",
                        Map.of(
                                "roles",
                                Arrays.asList(
                                        query.getOrDefault("roles", "evaluate").split(","))));
        KeyPair signer = query.containsKey("forged") ? other : known;
        return claims.jws().keyId("1").sign(signer.getPrivate());
    }

    private static String jwks(RSAPublicKey key) {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"1","n":"%s","e":"%s"}]}""".formatted(base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Objects.requireNonNull(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
