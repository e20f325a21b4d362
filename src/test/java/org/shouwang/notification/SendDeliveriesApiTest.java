package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.notification.gateway.FcmStandIn.refusal;
import static org.shouwang.notification.gateway.ProviderStandIn.reply;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.notification.DeliveryRows.Settled;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.notification.gateway.FcmStandIn;
import org.shouwang.notification.gateway.TestedGateway;
import org.shouwang.testsupport.Accounts;

/** The real gateway and database; FCM is played by a server of the test's own. */
@QuarkusTest
@Timeout(120)
class SendDeliveriesApiTest {

    /** 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

    /** 21:30 in Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-03-02T13:30:00Z");

    @Inject
    Outbox outbox;

    @Inject
    DeliveryRows rows;

    @Inject
    PostOffice post;

    @Inject
    Pool pool;

    private Addressee director;
    private RequestSpecification session;
    private FcmStandIn fcm;
    private TestedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        outbox.clear();
        director = outbox.addressee(Accounts.DIRECTOR);
        session = Accounts.DIRECTOR.request();
        fcm = new FcmStandIn();
        gateway = PostOffice.gateway(fcm, Map.of());
    }

    @AfterEach
    void stop() {
        gateway.close();
        fcm.close();
        outbox.clear();
    }

    @Test
    void aDeliveryIsOneRequestAndThenSent() {
        UUID id = outbox.delivery(director, device("phone"), false, MORNING);

        assertThat(sendAt(MORNING)).isEqualTo(1);
        assertThat(sendAt(MORNING)).isZero();

        assertThat(fcm.requests).singleElement().satisfies(request -> {
            assertThat(request.body().at("/message/fid").asText()).isEqualTo("phone");
            assertThat(request.body().at("/message/data/nid").asText()).isEqualTo(id.toString());
            assertThat(request.body().at("/message/notification/body").asText()).isEqualTo("您有一项新任务，请打开应用查看。");
        });
        assertThat(outbox.row(id)).isEqualTo(new Outbox.Row("SENT", 1, MORNING, "null", false, true));
    }

    @Test
    void aDeadInstallationIsPrunedAndWaitingPushesToItAreDropped() {
        UUID device = device("dead");
        UUID id = outbox.delivery(director, device, true, MORNING);
        UUID later = outbox.delivery(director, device, true, MORNING.plusSeconds(1));
        fcm.answer("dead", reply(404, Map.of(), refusal(404, "NOT_FOUND", "UNREGISTERED")));

        sendAt(MORNING);
        sendAt(MORNING.plusSeconds(1));

        assertThat(outbox.row(id).state()).isEqualTo("DEAD");
        assertThat(outbox.row(id).error()).isEqualTo("UNREGISTERED");
        assertThat(outbox.row(later).error()).isEqualTo("DEVICE_REVOKED");
        assertThat(isRevoked(device)).isTrue();
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void aDeviceRegisteredAnewMeanwhileIsNotPruned() {
        UUID device = device("old");
        outbox.delivery(director, device, true, MORNING);
        fcm.answer("old", exchange -> {
            PostOffice.register(session, device, "ANDROID", "new", 200);
            reply(404, Map.of(), refusal(404, "NOT_FOUND", "UNREGISTERED")).give(exchange);
        });

        sendAt(MORNING);

        assertThat(isRevoked(device)).isFalse();
    }

    @Test
    void theProvidersRetryAfterIsHonoured() {
        UUID id = outbox.delivery(director, device("busy"), true, MORNING);
        fcm.answer(
                "busy", reply(429, Map.of("Retry-After", "120"), refusal(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED")));

        sendAt(MORNING);
        sendAt(MORNING.plusSeconds(134));

        assertThat(outbox.row(id))
                .isEqualTo(new Outbox.Row("PENDING", 1, MORNING.plusSeconds(135), "QUOTA_EXCEEDED", false, false));
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void oneBadRowDoesNotStopTheRest() {
        UUID broken = device("broken");
        outbox.execute("update device set target_cipher = '\\x00' where id = ?", broken);
        UUID bad = outbox.delivery(director, broken, true, MORNING.minusSeconds(60));
        UUID orphan = outbox.delivery(director, broken, true, MORNING.minusSeconds(60));
        outbox.execute("delete from notification where id = ?", orphan);
        UUID refused = outbox.delivery(director, device("refused"), true, MORNING.minusSeconds(50));
        fcm.answer("refused", reply(400, Map.of(), refusal(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT")));
        UUID good = outbox.delivery(director, device("good"), true, MORNING);

        sendAt(MORNING);

        assertThat(outbox.row(good).state()).isEqualTo("SENT");
        assertThat(outbox.row(refused).state()).isEqualTo("DEAD");
        assertThat(outbox.row(orphan).error()).isEqualTo("NOTIFICATION_GONE");
        assertThat(outbox.row(bad))
                .isEqualTo(new Outbox.Row("PENDING", 1, MORNING.plusSeconds(15), "UNFORESEEN", false, false));
    }

    @Test
    void fourSendersMakeExactlyOneRequestForEachDelivery() {
        List<UUID> phones =
                IntStream.range(0, 10).mapToObj(i -> device("phone-" + i)).toList();
        List<String> ids = IntStream.range(0, 200)
                .mapToObj(i -> outbox.delivery(director, phones.get(i % 10), true, MORNING)
                        .toString())
                .toList();

        List<CompletableFuture<Integer>> senders = IntStream.range(0, 4)
                .mapToObj(i -> post.node(gateway, MORNING).runOnce().subscribeAsCompletionStage())
                .toList();
        int sent = senders.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(sent).isEqualTo(200);
        assertThat(fcm.requests)
                .extracting(request -> request.body().at("/message/data/nid").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(outbox.count("delivery where state = 'SENT' and attempts = 1"))
                .isEqualTo(200);
    }

    @Test
    void whatAKilledNodeHeldIsSentWhenItsLeaseIsOverAndItsLateResultIsIgnored() {
        UUID id = outbox.delivery(director, device("phone"), true, MORNING);
        UUID lease = UUID.randomUUID();
        Delivery held = rows.claim(lease, Set.of("FCM"), MORNING, 50)
                .await()
                .indefinitely()
                .get(0);

        assertThat(sendAt(MORNING)).isZero();
        outbox.execute("update delivery set leased_until = now() - interval '1 second'");
        assertThat(sendAt(MORNING)).isEqualTo(1);
        pool.withTransaction(transaction ->
                        rows.settle(transaction, lease, List.of(new Settled(held, Settlement.dead("LATE"))), MORNING))
                .await()
                .indefinitely();

        assertThat(fcm.requests).hasSize(1);
        assertThat(outbox.row(id).state()).isEqualTo("SENT");
    }

    @Test
    void aPlatformThatNothingReachesRestsAsAWholeAndTheOthersGoOn() {
        List<UUID> ids = IntStream.range(0, 60)
                .mapToObj(i ->
                        outbox.delivery(director, PostOffice.phone(session, "IOS", "phone-" + i), i % 2 == 0, MORNING))
                .toList();
        UUID android = outbox.delivery(director, device("android"), false, MORNING.plusSeconds(1));
        String down = refusal(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR");
        IntStream.range(0, 60).forEach(i -> fcm.answer("phone-" + i, reply(401, Map.of(), down)));

        sendAt(MORNING.plusSeconds(1));

        assertThat(fcm.requests).hasSizeLessThan(15);
        assertThat(outbox.row(android).state()).isEqualTo("SENT");
        assertThat(ids).extracting(id -> outbox.row(id).nextAttemptAt()).containsOnly(MORNING.plusSeconds(901));
        assertThat(outbox.count("delivery where state = 'PENDING' and leased_until is null"))
                .isEqualTo(60);
    }

    @Test
    void quietHoursAreCheckedAgainWhenItIsSent() {
        UUID phone = device("phone");
        UUID normal = outbox.delivery(director, phone, false, NIGHT);
        UUID urgent = outbox.delivery(director, phone, true, NIGHT);

        sendAt(NIGHT);

        assertThat(outbox.row(normal))
                .isEqualTo(new Outbox.Row("PENDING", 0, Instant.parse("2026-03-03T00:00:00Z"), "null", false, false));
        assertThat(outbox.row(urgent).state()).isEqualTo("SENT");
        sendAt(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(outbox.row(normal).state()).isEqualTo("SENT");
    }

    @Test
    void whatWasReadMeanwhileIsNotPushed() {
        UUID id = outbox.delivery(director, device("phone"), true, MORNING);
        session.post("/api/v1/notifications/" + id + "/read").then().statusCode(200);

        sendAt(MORNING);

        assertThat(fcm.requests).isEmpty();
        assertThat(outbox.row(id).error()).isEqualTo("ALREADY_READ");
    }

    @Test
    void aChannelSwitchedOffKeepsItsDeliveriesForADay() {
        UUID id = outbox.delivery(director, device("phone"), true, MORNING);
        TestedGateway off = PostOffice.gateway(fcm, Map.of("enabled", "false"));

        assertThat(post.send(off, MORNING)).isZero();
        assertThat(outbox.row(id)).isEqualTo(new Outbox.Row("PENDING", 0, MORNING, "null", false, false));
        post.send(off, MORNING.plus(Duration.ofHours(25)));

        assertThat(outbox.row(id).state()).isEqualTo("STALE");
        assertThat(fcm.requests).isEmpty();
        off.close();
    }

    private int sendAt(Instant now) {
        return post.send(gateway, now);
    }

    private UUID device(String target) {
        return PostOffice.phone(session, target);
    }

    private boolean isRevoked(UUID device) {
        return (Boolean) outbox.value("select revoked_at is not null from device where id = ?", device);
    }
}
