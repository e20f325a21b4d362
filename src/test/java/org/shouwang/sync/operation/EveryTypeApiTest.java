package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.sync.operation.TypeCase.Asked;
import org.shouwang.sync.operation.TypeCase.Family;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Referrals;

/** What holds for every type of operation, also for those that are added tomorrow. */
@QuarkusTest
class EveryTypeApiTest {

    private static final Map<Accounts, OfflinePhone> PHONES = new HashMap<>();

    @Inject
    Handlers handlers;

    @Inject
    DataSource database;

    @AfterEach
    void nothingWaits() throws SQLException {
        Referrals.settle(database);
    }

    static List<TypeCase> types() {
        return TypeCase.ALL;
    }

    private static OfflinePhone phone(Accounts who) {
        return PHONES.computeIfAbsent(who, OfflinePhone::new);
    }

    private static Map<String, Object> operation(Accounts who, TypeCase type, Asked asked) {
        return phone(who).operation(type.type(), asked.record(), asked.form());
    }

    @Test
    void everyTypeStandsInTheTable() {
        assertThat(TypeCase.ALL.stream().map(TypeCase::type)).containsExactlyInAnyOrderElementsOf(handlers.types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void itIsDoneOnce(TypeCase type) {
        Map<String, Object> operation =
                operation(type.worker(), type, type.asked().apply(Family.settled()));

        JsonPath answer = phone(type.worker()).push(operation, operation);

        assertThat(answer.getList("results.outcome")).as(answer.prettify()).containsExactly("APPLIED", "DUPLICATE");
        assertThat(answer.getString("results[0].record.id")).isNotNull();
        assertThat(answer.getString("results[0].record.version")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("types")
    void nobodyElseDoesIt(TypeCase type) {
        Asked asked = type.asked().apply(Family.settled());
        List<Accounts> others = Stream.concat(Stream.of(Accounts.HOSTED_DIRECTOR), Stream.ofNullable(type.wrong()))
                .toList();

        List<JsonPath> answers = others.stream()
                .map(other -> phone(other).push(operation(other, type, asked)))
                .toList();

        if (type.alone()) {
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.getString("results[0].outcome")).isEqualTo("MERGED");
                assertThat(answer.getString("results[0].record.version")).isNull();
            });
            return;
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.getString("results[0].outcome")).isEqualTo("REJECTED");
            assertThat(answer.getString("results[0].problem.type"))
                    .matches("urn:shouwang:problem:(role-forbidden|not-found)");
        });
        assertThat(phone(type.worker())
                        .push(operation(type.worker(), type, asked))
                        .getString("results[0].outcome"))
                .isEqualTo("APPLIED");
    }
}
