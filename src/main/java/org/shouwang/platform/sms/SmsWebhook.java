package org.shouwang.platform.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.pool.OnCallersContext;
import org.shouwang.platform.sms.SmsResult.Outcome;

/**
 * Posts messages to the operator's bridge as JSON, on threads of the JDK's HTTP client, signed as {@link SmsSignature} says.
 * Neither number nor code gets into a log: an exception is named, but its message, which may quote the request, is not.
 */
@Singleton
class SmsWebhook implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(SmsWebhook.class);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable URI url;
    private final String secret;
    private final SmsConfig config;
    private final Messages messages;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Clock clock;
    private final HttpClient client;
    private final Semaphore places;

    SmsWebhook(SmsConfig config, Messages messages, ObjectMapper json, MeterRegistry meters, Clock clock) {
        this.url = config.url().map(SmsWebhook::safe).orElse(null);
        this.secret = url == null ? "" : config.secret().orElseThrow(SmsWebhook::noSecret);
        this.config = config;
        this.messages = messages;
        this.json = json;
        this.meters = meters;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder().connectTimeout(config.connectTimeout()).build();
        this.places = new Semaphore(config.atOnce());
    }

    /** Phones and codes cross no network in the clear. */
    private static URI safe(URI url) {
        if (!"https".equals(url.getScheme()) && !THIS_MACHINE.contains(url.getHost())) {
            throw new IllegalStateException("shouwang.sms.webhook.url must begin with https://");
        }
        return url;
    }

    private static IllegalStateException noSecret() {
        return new IllegalStateException("shouwang.sms.webhook.secret must be set with the url: messages are signed");
    }

    @Override
    public boolean enabled() {
        return url != null;
    }

    @Override
    public Uni<SmsResult> send(Sms sms) {
        URI to = url;
        if (to == null) {
            return Uni.createFrom().item(SmsResult.retry("DISABLED"));
        }
        if (!places.tryAcquire()) {
            count(sms, "dropped");
            return Uni.createFrom().item(SmsResult.BUSY);
        }
        return OnCallersContext.of(Uni.createFrom()
                .completionStage(() -> client.sendAsync(request(to, sms), HttpResponse.BodyHandlers.ofInputStream()))
                .map(SmsWebhook::status)
                .map(SmsResult::ofStatus)
                .onFailure()
                .recoverWithItem(SmsWebhook::unanswered)
                .onTermination()
                .invoke(places::release)
                .invoke(result -> answered(sms, result)));
    }

    private void answered(Sms sms, SmsResult result) {
        boolean sent = result.outcome() == Outcome.SENT;
        count(sms, sent ? "sent" : "failed");
        if (!sent) {
            LOG.warnf("An SMS was not sent: %s", result.reason());
        }
    }

    private static SmsResult unanswered(Throwable failure) {
        return SmsResult.retry(
                failure instanceof HttpTimeoutException
                        ? "DEADLINE_EXCEEDED"
                        : failure.getClass().getSimpleName());
    }

    private HttpRequest request(URI to, Sms sms) {
        String body = body(sms);
        long now = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header(SmsSignature.TIMESTAMP, Long.toString(now))
                .header(SmsSignature.SIGNATURE, SmsSignature.of(secret, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if ("http".equals(to.getScheme())) {
            // Over plain text the client would ask for an upgrade to HTTP/2, which small servers misread.
            request.version(HttpClient.Version.HTTP_1_1);
        }
        return request.build();
    }

    private String body(Sms sms) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", sms.id());
        body.put("kind", sms.purpose().kind());
        body.put("area", sms.county());
        body.put("phone", sms.phone().value());
        body.put(sms.purpose().variable(), sms.value());
        body.put("text", messages.text(Messages.CHINESE, "sms." + sms.purpose().kind(), sms.value()));
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }

    /** What the bridge says beside its status is of no use, and is not waited for. */
    private static int status(HttpResponse<InputStream> response) {
        try {
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Sms sms, String outcome) {
        meters.counter("shouwang.sms", "kind", sms.purpose().kind(), "outcome", outcome)
                .increment();
    }
}
