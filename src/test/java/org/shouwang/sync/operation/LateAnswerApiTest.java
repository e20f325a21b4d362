package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

/** A move that was answered offline meets an answer that was given meanwhile. */
@QuarkusTest
class LateAnswerApiTest {

    private OfflinePhone phone;
    private UUID move;

    @BeforeEach
    void aMoveThatWasAccepted() {
        phone = new OfflinePhone(Accounts.OTHER_TOWN_DIRECTOR);
        move = TypeCase.moving(TypeCase.Family.settled());
        phone.request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/moves/{id}/accept", move)
                .then()
                .statusCode(200);
    }

    @Test
    void theSameAnswerIsAgreedTo() {
        JsonPath answer = phone.push(phone.operation("move.accept", move, Map.of()));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("MERGED");
    }

    @Test
    void anotherAnswerIsForAPersonToSee() {
        JsonPath answer = phone.push(phone.operation("move.return", move, Map.of("reason", "情况有变")));

        assertThat(answer.getString("results[0].problem.type")).endsWith("state-conflict");
    }
}
