package org.shouwang.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwang.notification.gateway.FcmStandIn.refusal;
import static org.shouwang.notification.gateway.ProviderStandIn.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.notification.gateway.PushResult.Outcome;
import org.shouwang.notification.gateway.PushTarget.Kind;

/** The real SDK over real HTTP. */
class FcmGatewayTest extends GatewayContract<FcmStandIn> {

    @Override
    FcmStandIn standIn() throws IOException {
        return new FcmStandIn();
    }

    @Override
    TestedGateway open(FcmStandIn fcm, Map<String, String> changes) {
        return TestedGateway.fcm(fcm, changes, CLOCK);
    }

    @Override
    Map<String, String> impatient() {
        return Map.of("connect-timeout", "PT0.2S", "read-timeout", "PT0.2S");
    }

    @Override
    ProviderStandIn.Answer unknownRefusal() {
        return reply(409, Map.of(), refusal(409, SECRET, SECRET));
    }

    @Test
    void aPushHoldsIdTypeAndTextAndNothingElse() throws IOException {
        provider.answer(SECRET, FcmStandIn.accepted("projects/village/messages/42"));

        PushResult result = send(gateway, push(Kind.FID, false, 3));

        assertThat(result).isEqualTo(PushResult.sent("projects/village/messages/42"));
        assertThat(provider.requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/fcm/v1/projects/village/messages:send");
            assertThat(request.authorization()).isEqualTo("Bearer stand-in");
        });
        assertThat(provider.requests.get(0).body()).isEqualTo(new ObjectMapper().readTree("""
                {"message": {
                  "fid": "target-that-must-not-be-printed",
                  "data": {"nid": "0197a0c0-0000-7000-8000-000000000001", "type": "TASK_DUE"},
                  "notification": {"title": "守望", "body": "您有新的待办，请打开应用查看。"},
                  "android": {"priority": "normal", "ttl": "82800s", "notification": {
                    "tag": "0197a0c0-0000-7000-8000-000000000001", "notification_count": 3}},
                  "apns": {
                    "headers": {
                      "apns-push-type": "alert",
                      "apns-priority": "5",
                      "apns-expiration": "1772496000",
                      "apns-collapse-id": "0197a0c0-0000-7000-8000-000000000001"},
                    "payload": {"aps": {}}}}}
                """));
    }

    @Test
    void anUrgentPushToATokenWakesThePhone() {
        send(gateway, push(Kind.TOKEN, true, 1));

        assertThat(provider.requests).singleElement().satisfies(request -> {
            assertThat(request.body().at("/message/token").asText()).isEqualTo(SECRET);
            assertThat(request.body().at("/message/fid").isMissingNode()).isTrue();
            assertThat(request.body().at("/message/android/priority").asText()).isEqualTo("high");
            assertThat(request.body().at("/message/apns/headers/apns-priority").asText())
                    .isEqualTo("10");
            assertThat(request.body().at("/message/apns/payload/aps/sound").asText())
                    .isEqualTo("default");
            assertThat(request.body()
                            .at("/message/apns/payload/aps/interruption-level")
                            .asText())
                    .isEqualTo("time-sensitive");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND,          UNREGISTERED,           GONE",
        "403, PERMISSION_DENIED,  SENDER_ID_MISMATCH,     MISCONFIGURED",
        "400, INVALID_ARGUMENT,   INVALID_ARGUMENT,       REFUSED",
        "401, UNAUTHENTICATED,    THIRD_PARTY_AUTH_ERROR, CHANNEL_DOWN",
        "500, INTERNAL,           INTERNAL,               RETRY",
        "503, UNAVAILABLE,        UNAVAILABLE,            RETRY",
    })
    void aRefusalIsUnderstoodAndTheSdkAsksOnce(int status, String platform, String code, Outcome outcome) {
        provider.answer(SECRET, reply(status, Map.of(), refusal(status, platform, code)));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.of(outcome, code));
        assertThat(provider.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterReachesTheCallerAndIsNotSleptOn(int status) {
        provider.answer(
                SECRET, reply(status, Map.of("Retry-After", "17"), refusal(status, "UNAVAILABLE", "UNAVAILABLE")));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("UNAVAILABLE", Duration.ofSeconds(17)));
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void aStatusThatTheSdkDoesNotKnowBacksOff() {
        provider.answer(SECRET, reply(409, Map.of(), refusal(409, "INVENTED_LATER", "INVENTED_TOO")));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("UNFORESEEN", null));
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void aFullQueueAnswersAtOnceInsteadOfBlocking() {
        TestedGateway narrow = gateway(Map.of("concurrency", "1", "queue", "1"));
        provider.answer(SECRET, provider.silence());
        CompletableFuture<PushResult> running = start(narrow);
        Awaitility.await().until(() -> provider.requests.size() == 1);
        CompletableFuture<PushResult> waiting = start(narrow);

        PushResult result = start(narrow).getNow(null);

        assertThat(result).isEqualTo(PushResult.retry("QUEUE_FULL", null));
        assertThat(running).isNotDone();
        assertThat(waiting).isNotDone();
    }

    private static CompletableFuture<PushResult> start(PushGateway gateway) {
        return gateway.send(push(Kind.TOKEN, false, 1)).subscribeAsCompletionStage();
    }

    @Test
    void anEnabledGatewayWithoutCredentialsDoesNotStart() {
        FcmConfig config = config(Map.of("enabled", "true", "project-id", "village"));

        assertThatThrownBy(() -> new FcmGateway(config, CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("credentials-file");
    }

    @Test
    void theDefaultsAreOffAndFinite() {
        FcmConfig config = config(Map.of());

        assertThat(config.enabled()).isFalse();
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.concurrency()).isEqualTo(8);
        assertThat(config.queue()).isEqualTo(100);
    }

    private static FcmConfig config(Map<String, String> settings) {
        return TestedGateway.config(FcmConfig.class, "shouwang.push.fcm.", settings);
    }
}
