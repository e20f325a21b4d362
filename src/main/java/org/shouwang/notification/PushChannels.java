package org.shouwang.notification;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.notification.PushReportView.Channel;
import org.shouwang.notification.gateway.PushGateway;
import org.shouwang.platform.sms.SmsGateway;

/** Which ways to phones there are, and which of them may be used now: set up, and not closed by an administrator. */
@Singleton
class PushChannels {

    private static final String CLOSED = "select channel, closed_at, reason from push_channel_closed";

    /** Reminders by SMS are a channel like the others, but that no device is registered with it. */
    static final String SMS = "SMS";

    private final Map<String, PushGateway> gateways;
    private final SmsGateway sms;
    private final Pool pool;

    PushChannels(@All List<PushGateway> gateways, SmsGateway sms, Pool pool) {
        this.gateways =
                gateways.stream().collect(Collectors.toUnmodifiableMap(PushGateway::channel, Function.identity()));
        this.sms = sms;
        this.pool = pool;
    }

    /** When and why a channel was closed. */
    record Closed(Instant at, String reason) {}

    /** All that this release knows. */
    Set<String> known() {
        return Stream.concat(gateways.keySet().stream(), Stream.of(SMS)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether reminders may be sent by SMS now. */
    Uni<Boolean> smsIsOpen() {
        return closed().map(closed -> sms.enabled() && !closed.containsKey(SMS));
    }

    /** Those with everything that their provider asks for. */
    private Set<String> setUp() {
        return gateways.values().stream()
                .filter(PushGateway::enabled)
                .map(PushGateway::channel)
                .collect(Collectors.toSet());
    }

    /** All of them, with what stands in the way of each. */
    Uni<List<Channel>> all() {
        Set<String> setUp = new HashSet<>(setUp());
        if (sms.enabled()) {
            setUp.add(SMS);
        }
        return closed().map(closed -> known().stream()
                .sorted()
                .map(channel -> Channel.of(channel, setUp.contains(channel), closed.get(channel)))
                .toList());
    }

    private Uni<Map<String, Closed>> closed() {
        return pool.preparedQuery(CLOSED).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(
                        row -> row.getString("channel"),
                        row -> new Closed(row.getOffsetDateTime("closed_at").toInstant(), row.getString("reason")))));
    }

    /** Those over which devices may be woken now; other nodes heed a change from their next batch on. */
    Uni<Set<String>> open() {
        return closed().map(closed -> {
            Set<String> open = new HashSet<>(setUp());
            open.removeAll(closed.keySet());
            return open;
        });
    }
}
