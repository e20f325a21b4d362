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
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.notification.gateway.FcmStandIn;
import org.shouwang.notification.gateway.TestedGateway;
import org.shouwang.testsupport.Accounts;

/** What can wait is one message a device, and then none for ten minutes. */
@QuarkusTest
@Timeout(120)
class GatheredPushesApiTest {

    /** 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    PostOffice post;

    @Inject
    RoundRows rounds;

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
    void fourNodesSendWhatGatheredForADeviceOnce() {
        List<UUID> phones = List.of(phone("one"), phone("two"), phone("three"));
        IntStream.range(0, 75).forEach(i -> waiting(phones.get(i % 3), MORNING.plusSeconds(i)));
        Instant now = MORNING.plusSeconds(90);

        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> post.node(gateway, now).runOnce().subscribeAsCompletionStage())
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(fcm.requests)
                .extracting(request -> request.body().at("/message/fid").asText())
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(fcm.requests).allSatisfy(request -> {
            assertThat(request.body().at("/message/notification/body").asText()).isEqualTo("您有 25 项新任务，请打开应用查看。");
            assertThat(request.body()
                            .at("/message/android/notification/notification_count")
                            .asInt())
                    .isEqualTo(25);
        });
        assertThat(outbox.count("delivery where state = 'SENT' and attempts = 1"))
                .isEqualTo(75);
    }

    @Test
    void whatComesWithinTenMinutesOfAMessageIsTheNextOne() {
        UUID phone = phone("phone");
        waiting(phone, MORNING);
        send(MORNING);
        waiting(phone, MORNING.plusSeconds(60));
        waiting(phone, MORNING.plusSeconds(500));

        send(MORNING.plusSeconds(599));
        assertThat(fcm.requests).hasSize(1);
        send(MORNING.plusSeconds(600));

        assertThat(fcm.requests).hasSize(2);
        assertThat(fcm.requests.get(1).body().at("/message/notification/body").asText())
                .isEqualTo("您有 2 项新任务，请打开应用查看。");
    }

    @Test
    void whatIsUrgentGoesAtOnceAndAlone() {
        UUID phone = phone("phone");
        waiting(phone, MORNING);
        send(MORNING);
        UUID other = waiting(phone, MORNING.plusSeconds(1));
        UUID urgent = outbox.delivery(director, phone, true, MORNING.plusSeconds(1));

        send(MORNING.plusSeconds(1));

        assertThat(fcm.requests).hasSize(2);
        assertThat(fcm.requests.get(1).body().at("/message/data/nid").asText()).isEqualTo(urgent.toString());
        assertThat(outbox.row(other).state()).isEqualTo("PENDING");
    }

    @Test
    void whatWasReadMeanwhileIsNotCounted() {
        UUID phone = phone("phone");
        UUID read = waiting(phone, MORNING);
        UUID unread = waiting(phone, MORNING.plusSeconds(1));
        session.post("/api/v1/notifications/" + read + "/read").then().statusCode(200);

        send(MORNING.plusSeconds(1));

        assertThat(fcm.requests).singleElement().satisfies(request -> {
            assertThat(request.body().at("/message/data/nid").asText()).isEqualTo(unread.toString());
            assertThat(request.body().at("/message/notification/body").asText()).isEqualTo("您有一项新任务，请打开应用查看。");
        });
        assertThat(outbox.row(read).error()).isEqualTo("ALREADY_READ");
    }

    @Test
    void aKilledNodesRoundGoesToAnotherWhenItsLeaseIsOver() {
        UUID phone = phone("phone");
        UUID id = waiting(phone, MORNING);
        UUID lease = UUID.randomUUID();
        Parcel held = rounds.claim(lease, Set.of("FCM"), MORNING, 50)
                .await()
                .indefinitely()
                .get(0);
        waiting(phone, MORNING.minusSeconds(1));

        assertThat(send(MORNING)).isZero();
        outbox.execute("update push_round set leased_until = now() - interval '1 second'");
        assertThat(send(MORNING)).isEqualTo(2);
        boolean stillHeld = pool.withTransaction(transaction -> rounds.release(transaction, lease, held, null))
                .await()
                .indefinitely();

        assertThat(fcm.requests).hasSize(1);
        assertThat(outbox.row(id).state()).isEqualTo("SENT");
        assertThat(stillHeld).isFalse();
    }

    @Test
    void whatComesWhileTheProviderAsksToBeLeftAloneWaitsToo() {
        UUID phone = phone("busy");
        UUID first = waiting(phone, MORNING);
        fcm.answer(
                "busy", reply(429, Map.of("Retry-After", "120"), refusal(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED")));
        send(MORNING);
        waiting(phone, MORNING.plusSeconds(1));
        fcm.answer("busy", FcmStandIn.accepted("later"));

        send(MORNING.plusSeconds(134));
        assertThat(outbox.row(first))
                .isEqualTo(new Outbox.Row("PENDING", 1, MORNING.plusSeconds(135), "QUOTA_EXCEEDED", false, false));
        assertThat(fcm.requests).hasSize(1);
        send(MORNING.plusSeconds(135));

        assertThat(fcm.requests).hasSize(2);
        assertThat(outbox.row(first))
                .isEqualTo(new Outbox.Row("SENT", 2, MORNING.plusSeconds(135), "null", false, true));
    }

    @Test
    void roundsThatAreLongOverAreForgotten() {
        waiting(phone("phone"), MORNING);
        send(MORNING);

        assertThat(forget(MORNING.plus(Duration.ofHours(24)))).isZero();
        assertThat(forget(MORNING.plus(Duration.ofHours(25)))).isOne();
    }

    private int forget(Instant now) {
        return rounds.forget(now).await().indefinitely();
    }

    private int send(Instant now) {
        return post.send(gateway, now);
    }

    private UUID phone(String target) {
        return PostOffice.phone(session, target);
    }

    private UUID waiting(UUID phone, Instant createdAt) {
        return outbox.delivery(director, phone, false, createdAt);
    }
}
