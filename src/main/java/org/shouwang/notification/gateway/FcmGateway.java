package org.shouwang.notification.gateway;

import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.gateway.PushResult.Outcome;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.pool.OnCallersContext;

/**
 * Sends by Firebase Cloud Messaging, one message a call: the SDK's batch throws every result away when one answer has an
 * unknown status. The SDK blocks, so it runs on threads of its own, and no database session may be open meanwhile.
 */
@Singleton
class FcmGateway implements PushGateway {

    private static final Logger LOG = Logger.getLogger(FcmGateway.class);

    private final @Nullable FcmClient client;
    private final ThreadPoolExecutor threads;
    private final Clock clock;

    FcmGateway(FcmConfig config, Clock clock) {
        this.client = config.enabled() ? FcmClient.open(config) : null;
        this.threads = threads(config);
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "FCM";
    }

    @Override
    public boolean enabled() {
        return client != null;
    }

    @Override
    public Uni<PushResult> send(PushMessage message) {
        FcmClient open = client;
        if (open == null) {
            return Uni.createFrom().item(PushResult.of(Outcome.CHANNEL_DOWN, "DISABLED"));
        }
        return OnCallersContext.of(Uni.createFrom()
                .item(() -> attempt(open, message))
                .runSubscriptionOn(threads)
                .onFailure()
                .recoverWithItem(FcmGateway::unforeseen));
    }

    private PushResult attempt(FcmClient open, PushMessage message) {
        try {
            return PushResult.sent(open.send(FcmMessages.of(message, clock.instant())));
        } catch (FirebaseMessagingException e) {
            IncomingHttpResponse response = e.getHttpResponse();
            return FcmVerdict.of(
                    e.getMessagingErrorCode(),
                    e.getErrorCode(),
                    response == null ? null : response.getStatusCode(),
                    response == null ? null : header(response, FcmResponse.RETRY_AFTER),
                    clock.instant());
        }
    }

    /** Such as an answer whose status the SDK does not know. */
    private static PushResult unforeseen(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return PushResult.retry("QUEUE_FULL", null);
        }
        LOG.warnf("A push ended in %s", FailureKind.of(failure));
        return PushResult.retry("UNFORESEEN", null);
    }

    private static @Nullable String header(IncomingHttpResponse response, String name) {
        for (var header : response.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                Object value = header.getValue();
                return value instanceof List<?> values ? String.valueOf(values.get(0)) : value.toString();
            }
        }
        return null;
    }

    private static ThreadPoolExecutor threads(FcmConfig config) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                config.concurrency(),
                config.concurrency(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.queue()),
                work -> {
                    Thread thread = new Thread(work, "push-fcm");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
