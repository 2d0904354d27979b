package dev.shipgate.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a service. Follows no redirection, so that a key goes to nobody but whom it was meant for. */
public final class ServiceClient {

    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);

    private final HttpClient http;
    private final ServiceAddress service;
    private final @Nullable String key;
    private final Duration timeout;
    private final Retries retries;

    /**
     * @param key null for none
     * @param timeout of one answer, from the connection to its last byte
     */
    public ServiceClient(ServiceAddress service, @Nullable String key, Duration timeout, Retries retries) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(LONGEST_CONNECTING) < 0 ? timeout : LONGEST_CONNECTING)
                .build();
        this.service = service;
        this.key = key;
        this.timeout = timeout;
        this.retries = retries;
    }

    /** An answer with the status of success. */
    public HttpResponse<byte[]> send(ServiceRequest request) throws ServiceException, InterruptedException {
        for (int number = 1; ; number++) {
            boolean mayRetry = number <= retries.most();
            try {
                HttpResponse<byte[]> answer = exchange(request, BodyHandlers.ofByteArray());
                if (request.isSuccess(answer.statusCode())) {
                    return answer;
                }
                boolean again = mayRetry && request.mayBeRepeatedAfter(answer.statusCode());
                if (!again || !Retries.help(answer.statusCode())) {
                    throw ServiceProblem.of(answer.statusCode(), answer.headers(), answer.body());
                }
                retries.waitBefore(
                        number,
                        "The service answered " + answer.statusCode() + ".",
                        Retries.wait(number, answer.headers()));
            } catch (IOException e) {
                if (!mayRetry || !request.mayBeRepeated()) {
                    throw unreachable(e);
                }
                retries.waitBefore(number, inWords(e) + ".", Retries.wait(number));
            }
        }
    }

    /**
     * An answer with the status of success whose body is still to come. It is for the caller to end one that does not
     * come.
     */
    public InputStream open(ServiceRequest request) throws ServiceException, InterruptedException {
        try {
            HttpResponse<InputStream> answer = exchange(request, BodyHandlers.ofInputStream());
            if (request.isSuccess(answer.statusCode())) {
                return answer.body();
            }
            try (InputStream body = answer.body()) {
                throw ServiceProblem.of(answer.statusCode(), answer.headers(), body.readAllBytes());
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Within the timeout, which the platform holds for the head of an answer alone. */
    private <T> HttpResponse<T> exchange(ServiceRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request.to(service.uri(), key, timeout), body);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("there was no whole answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private ServiceException unreachable(IOException e) {
        return ServiceException.ofService(List.of(inWords(e) + ". Nobody knows whether it did what was asked."));
    }

    private String inWords(IOException e) {
        String reason =
                e instanceof ConnectException && e.getMessage() == null ? "nobody listens there" : e.getMessage();
        return "No answer from " + service.uri() + ": "
                + (reason == null ? e.getClass().getSimpleName() : reason);
    }
}
