package org.shouwang.notification.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.gateway.PushResult.Outcome;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.pool.OnCallersContext;

/**
 * Sends by JPush, which hands on to the vendors of phones in the mainland. One message a call, by REST on the JDK's client: JPush's
 * own library blocks and repeats by itself.
 */
@Singleton
class JPushGateway implements PushGateway {

    private static final Logger LOG = Logger.getLogger(JPushGateway.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUOTA_BACK_IN = "X-Rate-Limit-Reset";

    private final JPushConfig config;
    private final @Nullable String authorization;
    private final HttpClient client;
    private final Clock clock;

    JPushGateway(JPushConfig config, Clock clock) {
        this.config = config;
        this.authorization = config.enabled() ? authorization(config) : null;
        this.client =
                HttpClient.newBuilder().connectTimeout(config.connectTimeout()).build();
        this.clock = clock;
    }

    private static String authorization(JPushConfig config) {
        String app = required(config.appKey(), "app-key") + ":" + required(config.masterSecret(), "master-secret");
        return "Basic " + Base64.getEncoder().encodeToString(app.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Optional<String> value, String key) {
        return value.orElseThrow(
                () -> new IllegalStateException("shouwang.push.jpush." + key + " must be set when JPush is enabled"));
    }

    @Override
    public String channel() {
        return "JPUSH";
    }

    @Override
    public boolean enabled() {
        return authorization != null;
    }

    @Override
    public Uni<PushResult> send(PushMessage message) {
        if (authorization == null) {
            return Uni.createFrom().item(PushResult.of(Outcome.CHANNEL_DOWN, "DISABLED"));
        }
        return OnCallersContext.of(Uni.createFrom()
                .completionStage(() -> client.sendAsync(request(message), HttpResponse.BodyHandlers.ofString()))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(response -> result(response, clock.instant()))
                .onFailure()
                .recoverWithItem(JPushGateway::unanswered));
    }

    private HttpRequest request(PushMessage message) {
        String body = JPushMessages.of(message, config.channelId().orElse(null), clock.instant())
                .toString();
        URI address = URI.create(config.baseUrl().toString().replaceFirst("/+$", "") + "/v3/push");
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", String.valueOf(authorization))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if ("http".equals(address.getScheme())) {
            // Over plain text the client would ask for an upgrade to HTTP/2, which small servers misread.
            request.version(HttpClient.Version.HTTP_1_1);
        }
        return request.build();
    }

    private static PushResult result(HttpResponse<String> response, Instant now) {
        JsonNode answer = json(response.body());
        if (response.statusCode() == 200 && answer.hasNonNull("msg_id")) {
            return PushResult.sent(answer.path("msg_id").asText());
        }
        JsonNode code = answer.path("error").path("code");
        return JPushVerdict.of(code.isInt() ? code.intValue() : null, response.statusCode(), wait(response, now));
    }

    private static @Nullable Duration wait(HttpResponse<String> response, Instant now) {
        String header = response.statusCode() == 429 ? QUOTA_BACK_IN : "Retry-After";
        return RetryAfter.of(response.headers().firstValue(header).orElse(null), now);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** The message of an exception may quote the request, and so the target. */
    private static PushResult unanswered(Throwable failure) {
        if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
            return PushResult.retry("DEADLINE_EXCEEDED", null);
        }
        if (failure instanceof IOException) {
            return PushResult.retry("NO_ANSWER", null);
        }
        LOG.warnf("A push ended in %s", FailureKind.of(failure));
        return PushResult.retry("UNFORESEEN", null);
    }
}
