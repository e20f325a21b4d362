package org.shouwang.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwang.notification.gateway.ProviderStandIn.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.notification.gateway.PushResult.Outcome;
import org.shouwang.notification.gateway.PushTarget.Kind;

/** JPush's REST API v3 over real HTTP. */
class JPushGatewayTest extends GatewayContract<JPushStandIn> {

    @Override
    JPushStandIn standIn() throws IOException {
        return new JPushStandIn();
    }

    @Override
    TestedGateway open(JPushStandIn jpush, Map<String, String> changes) {
        return TestedGateway.jpush(jpush, changes, CLOCK);
    }

    @Override
    Map<String, String> impatient() {
        return Map.of("connect-timeout", "PT0.2S", "timeout", "PT0.2S");
    }

    @Override
    ProviderStandIn.Answer unknownRefusal() {
        return reply(409, Map.of(), "{\"error\": {\"code\": \"" + SECRET + "\", \"message\": \"" + SECRET + "\"}}");
    }

    @Test
    void aPushHoldsIdTypeAndTextAndNothingElse() throws IOException {
        provider.answer(SECRET, JPushStandIn.accepted("42"));

        PushResult result = send(gateway(Map.of("channel-id", "work")), push(Kind.TOKEN, false, 3));

        assertThat(result).isEqualTo(PushResult.sent("42"));
        assertThat(provider.requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/jpush/v3/push");
            assertThat(request.authorization()).isEqualTo("Basic YXBwOnNlY3JldA==");
        });
        assertThat(provider.requests.get(0).body()).isEqualTo(new ObjectMapper().readTree("""
                {"platform": ["android", "ios"],
                 "audience": {"registration_id": ["target-that-must-not-be-printed"]},
                 "notification": {
                   "android": {
                     "title": "守望", "alert": "您有新的待办，请打开应用查看。", "category": "WORK", "channel_id": "work",
                     "extras": {"nid": "0197a0c0-0000-7000-8000-000000000001", "type": "TASK_DUE"}},
                   "ios": {
                     "alert": {"title": "守望", "body": "您有新的待办，请打开应用查看。"},
                     "extras": {"nid": "0197a0c0-0000-7000-8000-000000000001", "type": "TASK_DUE"}}},
                 "options": {
                   "time_to_live": 82800, "classification": 1, "apns_production": true,
                   "apns_collapse_id": "0197a0c0-0000-7000-8000-000000000001"}}
                """));
    }

    @Test
    void anUrgentPushMakesItselfHeard() {
        send(gateway, push(Kind.TOKEN, true, 1));

        assertThat(provider.requests).singleElement().satisfies(request -> {
            assertThat(request.body().at("/notification/android/priority").asInt())
                    .isEqualTo(2);
            assertThat(request.body().at("/notification/android/alert_type").asInt())
                    .isEqualTo(7);
            assertThat(request.body().at("/notification/ios/sound").asText()).isEqualTo("default");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500, 1000, RETRY",
        "405, 1001, CHANNEL_DOWN",
        "400, 1002, REFUSED",
        "400, 1003, REFUSED",
        "401, 1004, CHANNEL_DOWN",
        "400, 1005, REFUSED",
        "400, 1008, CHANNEL_DOWN",
        "400, 1009, REFUSED",
        "400, 1011, GONE",
        "400, 1012, RETRY",
        "404, 1020, CHANNEL_DOWN",
        "503, 1030, RETRY",
        "429, 2002, RETRY",
        "403, 2003, CHANNEL_DOWN",
        "403, 2004, CHANNEL_DOWN",
        "400, 9999, RETRY"
    })
    void everyReturnCodeHasItsOutcome(int status, int code, Outcome outcome) {
        provider.answer(SECRET, JPushStandIn.refused(status, code));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.of(outcome, "JPUSH_" + code));
        assertThat(provider.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, X-Rate-Limit-Reset", "503, Retry-After"})
    void whenToComeBackReachesTheCallerAndIsNotSleptOn(int status, String header) {
        provider.answer(SECRET, reply(status, Map.of(header, "17"), "{\"error\":{\"code\":2002}}"));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("JPUSH_2002", Duration.ofSeconds(17)));
    }

    @Test
    void successWithoutAMessageIdIsNoSuccess() {
        provider.answer(SECRET, reply(200, Map.of(), "{\"welcome\":\"to the hotel's network\"}"));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("HTTP_200", null));
    }

    @ParameterizedTest
    @CsvSource({"app-key, master-secret", "master-secret, app-key"})
    void anEnabledGatewayWithoutCredentialsDoesNotStart(String given, String missing) {
        JPushConfig config = config(Map.of("enabled", "true", given, "known"));

        assertThatThrownBy(() -> new JPushGateway(config, CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void theDefaultsAreOffAndFinite() {
        JPushConfig config = config(Map.of());

        assertThat(config.enabled()).isFalse();
        assertThat(config.baseUrl()).hasToString("https://api.jpush.cn");
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    private static JPushConfig config(Map<String, String> settings) {
        return TestedGateway.config(JPushConfig.class, "shouwang.push.jpush.", settings);
    }
}
