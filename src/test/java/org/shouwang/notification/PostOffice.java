package org.shouwang.notification;

import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.notification.gateway.FcmStandIn;
import org.shouwang.notification.gateway.TestedGateway;
import org.shouwang.platform.sms.SmsGateway;
import org.shouwang.staff.device.Devices;

/** Nodes that send, each with the real gateway and a clock of its own, and phones to send to. */
@Singleton
class PostOffice {

    /** In the middle: of a first wait of up to 30 s it makes 15 s. */
    static final double CHANCE = 0.5;

    private final DeliveryRows deliveries;
    private final RoundRows rounds;
    private final Devices devices;
    private final NoticeTexts texts;
    private final Outdated outdated;
    private final PushPace pace;
    private final PushCounts counts;
    private final SmsGateway sms;
    private final Pool pool;

    PostOffice(
            DeliveryRows deliveries,
            RoundRows rounds,
            Devices devices,
            NoticeTexts texts,
            Outdated outdated,
            PushPace pace,
            PushCounts counts,
            SmsGateway sms,
            Pool pool) {
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.devices = devices;
        this.texts = texts;
        this.outdated = outdated;
        this.pace = pace;
        this.counts = counts;
        this.sms = sms;
        this.pool = pool;
    }

    /** The real gateway, talking to a stand-in. */
    static TestedGateway gateway(FcmStandIn fcm, Map<String, String> changes) {
        return TestedGateway.fcm(fcm, changes, Clock.systemUTC());
    }

    /** A node whose clock stands still. */
    SendDeliveries node(TestedGateway gateway, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        PushAttempt attempts = new PushAttempt(List.of(gateway), devices, texts, outdated, pool, clock, () -> CHANCE);
        PushChannels channels = new PushChannels(List.of(gateway), sms, pool);
        return new SendDeliveries(deliveries, rounds, attempts, channels, pace, devices, counts, pool, clock);
    }

    /** Answers how many deliveries the node looked at. */
    int send(TestedGateway gateway, Instant now) {
        return node(gateway, now).runOnce().await().atMost(Duration.ofMinutes(1));
    }

    /** A phone of whoever is signed in. */
    static UUID phone(RequestSpecification session, String target) {
        return phone(session, "ANDROID", target);
    }

    static UUID phone(RequestSpecification session, String platform, String target) {
        UUID id = UUID.randomUUID();
        register(session, id, platform, target, 201);
        return id;
    }

    static UUID jpushPhone(RequestSpecification session, String target) {
        UUID id = UUID.randomUUID();
        register(session, id, "ANDROID", "JPUSH", Map.of("kind", "TOKEN", "value", target), 201);
        return id;
    }

    static void register(RequestSpecification session, UUID id, String platform, String target, int status) {
        register(session, id, platform, "FCM", Map.of("kind", "FID", "value", target), status);
    }

    private static void register(
            RequestSpecification session,
            UUID id,
            String platform,
            String channel,
            Map<String, String> target,
            int status) {
        session.body(Map.of("platform", platform, "channel", channel, "target", target, "appVersion", "1.0"))
                .put("/api/v1/devices/" + id)
                .then()
                .statusCode(status);
    }
}
