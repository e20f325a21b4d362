package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.notification.gateway.FcmStandIn;
import org.shouwang.notification.gateway.JPushStandIn;
import org.shouwang.notification.gateway.TestedGateway;
import org.shouwang.testsupport.Accounts;

/** What becomes of a delivery to a phone of the mainland and of its device after answers of JPush. */
@QuarkusTest
@Timeout(120)
class JPushAnswersApiTest {

    /** 10:00 in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    PostOffice post;

    private Addressee director;
    private RequestSpecification session;
    private JPushStandIn jpush;
    private TestedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        outbox.clear();
        director = outbox.addressee(Accounts.DIRECTOR);
        session = Accounts.DIRECTOR.request();
        jpush = new JPushStandIn();
        gateway = TestedGateway.jpush(jpush, Map.of(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        jpush.close();
        outbox.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1011, DEAD,    0,   true",
        "400, 1003, DEAD,    0,   false",
        "400, 1005, DEAD,    0,   false",
        "500, 1000, PENDING, 15,  false",
        "401, 1004, PENDING, 900, false"
    })
    void everySortOfAnswerHasItsConsequence(int status, int code, String state, int seconds, boolean revoked) {
        UUID phone = PostOffice.jpushPhone(session, "registration-id");
        UUID id = outbox.delivery(director, phone, true, MORNING);
        jpush.answer("registration-id", JPushStandIn.refused(status, code));

        post.send(gateway, MORNING);

        assertThat(outbox.row(id))
                .isEqualTo(new Outbox.Row(state, 1, MORNING.plusSeconds(seconds), "JPUSH_" + code, false, false));
        assertThat(outbox.value("select revoked_at is not null from device where id = ?", phone))
                .isEqualTo(revoked);
    }

    @Test
    void eachPhoneIsReachedByItsOwnService() throws IOException {
        UUID abroad = PostOffice.phone(session, "fid");
        UUID mainland = PostOffice.jpushPhone(session, "registration-id");
        UUID toAbroad = outbox.delivery(director, abroad, true, MORNING);
        UUID toMainland = outbox.delivery(director, mainland, true, MORNING);

        try (FcmStandIn fcm = new FcmStandIn();
                TestedGateway firebase = PostOffice.gateway(fcm, Map.of())) {
            post.send(firebase, MORNING);
            post.send(gateway, MORNING);

            assertThat(fcm.requests)
                    .extracting(request -> request.body().at("/message/fid").asText())
                    .containsExactly("fid");
        }
        assertThat(jpush.requests)
                .extracting(request ->
                        request.body().at("/audience/registration_id/0").asText())
                .containsExactly("registration-id");
        assertThat(outbox.row(toAbroad).sent()).isTrue();
        assertThat(outbox.row(toMainland).sent()).isTrue();
    }
}
