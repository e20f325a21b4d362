package org.shouwang.staff.signin;

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
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.shouwang.platform.secret.PhoneNumber;

/**
 * Hands codes to the operator's webhook, on threads of the JDK's HTTP client. Neither number nor code gets into a log: an
 * exception is named, but its message, which may quote the request, is not.
 */
@Singleton
class SmsWebhook implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(SmsWebhook.class);

    private final SmsConfig config;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final HttpClient client;
    private final Semaphore places;

    SmsWebhook(SmsConfig config, ObjectMapper json, MeterRegistry meters) {
        this.config = config;
        this.json = json;
        this.meters = meters;
        this.client =
                HttpClient.newBuilder().connectTimeout(config.connectTimeout()).build();
        this.places = new Semaphore(config.atOnce());
    }

    @Override
    public boolean enabled() {
        return config.url().isPresent();
    }

    @Override
    public void send(PhoneNumber phone, String code) {
        if (!places.tryAcquire()) {
            count("dropped");
            return;
        }
        HttpRequest request = request(config.url().orElseThrow(), phone, code);
        Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()))
                .map(SmsWebhook::status)
                .onTermination()
                .invoke(places::release)
                .subscribe()
                .with(this::answered, failure -> failed(failure.getClass().getSimpleName()));
    }

    private void answered(int status) {
        if (status / 100 == 2) {
            count("sent");
        } else {
            failed(Integer.toString(status));
        }
    }

    private void failed(String reason) {
        count("failed");
        LOG.warnf("An SMS was not sent: %s", reason);
    }

    private HttpRequest request(URI url, PhoneNumber phone, String code) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(phone, code)));
        config.secret().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private String body(PhoneNumber phone, String code) {
        try {
            return json.writeValueAsString(Map.of("phone", phone.value(), "code", code, "kind", "login"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }

    /** What the webhook says beside its status is of no use, and is not waited for. */
    private static int status(HttpResponse<InputStream> response) {
        try {
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(String outcome) {
        meters.counter("shouwang.sms", "outcome", outcome).increment();
    }
}
