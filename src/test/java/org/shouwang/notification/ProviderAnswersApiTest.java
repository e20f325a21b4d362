package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.notification.gateway.FcmStandIn.refusal;
import static org.shouwang.notification.gateway.ProviderStandIn.reply;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.notification.gateway.FcmStandIn;
import org.shouwang.notification.gateway.TestedGateway;
import org.shouwang.testsupport.Accounts;

/** What becomes of a delivery and its device after each answer of FCM, from the real SDK to the row. */
@QuarkusTest
@Timeout(120)
class ProviderAnswersApiTest {

    /** 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    PostOffice post;

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
        gateway = PostOffice.gateway(fcm, Map.of("read-timeout", "PT0.3S", "connect-timeout", "PT0.3S"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        fcm.close();
        outbox.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "success,                SENT,    null,                   0,   false",
        "UNREGISTERED,           DEAD,    UNREGISTERED,           0,   true",
        "SENDER_ID_MISMATCH,     DEAD,    SENDER_ID_MISMATCH,     0,   true",
        "INVALID_ARGUMENT,       DEAD,    INVALID_ARGUMENT,       0,   false",
        "QUOTA_EXCEEDED,         PENDING, QUOTA_EXCEEDED,         75,  false",
        "INTERNAL,               PENDING, INTERNAL,               15,  false",
        "silence,                PENDING, DEADLINE_EXCEEDED,      15,  false",
        "unknown,                PENDING, UNFORESEEN,             15,  false",
        "THIRD_PARTY_AUTH_ERROR, PENDING, THIRD_PARTY_AUTH_ERROR, 900, false"
    })
    void everyAnswerHasItsConsequence(String answer, String state, String error, int seconds, boolean revoked) {
        for (boolean urgent : new boolean[] {true, false}) {
            outbox.clear();
            UUID phone = PostOffice.phone(session, "phone-" + urgent);
            UUID id = outbox.delivery(director, phone, urgent, MORNING);
            fcm.answer("phone-" + urgent, answer(answer));

            post.send(gateway, MORNING);

            assertThat(outbox.row(id))
                    .isEqualTo(
                            new Outbox.Row(state, 1, MORNING.plusSeconds(seconds), error, false, state.equals("SENT")));
            assertThat(outbox.value("select revoked_at is not null from device where id = ?", phone))
                    .isEqualTo(revoked);
        }
    }

    private FcmStandIn.Answer answer(String name) {
        return switch (name) {
            case "success" -> FcmStandIn.accepted("projects/village/messages/1");
            case "silence" -> fcm.silence();
            case "unknown" -> reply(409, Map.of(), refusal(409, "INVENTED_LATER", "INVENTED_TOO"));
            case "UNREGISTERED" -> reply(404, Map.of(), refusal(404, "NOT_FOUND", name));
            case "SENDER_ID_MISMATCH" -> reply(403, Map.of(), refusal(403, "PERMISSION_DENIED", name));
            case "INVALID_ARGUMENT" -> reply(400, Map.of(), refusal(400, name, name));
            case "QUOTA_EXCEEDED" -> reply(429, Map.of("Retry-After", "60"), refusal(429, "RESOURCE_EXHAUSTED", name));
            case "INTERNAL" -> reply(500, Map.of(), refusal(500, name, name));
            default -> reply(401, Map.of(), refusal(401, "UNAUTHENTICATED", name));
        };
    }
}
