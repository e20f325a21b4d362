package org.shouwang.platform.alarm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** The alarms themselves are alarmed: each is raised by its cause and over without it. */
@QuarkusTest
class AlarmsApiTest {

    private final DataSource database;
    private final UUID notification = UUID.randomUUID();

    AlarmsApiTest(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void cleanUp() throws SQLException {
        Sql.update(database, "delete from delivery where notification_id = ?", notification);
        Demo.sweep();
    }

    @Test
    void anOpenTransactionAges() throws SQLException {
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            open.prepareStatement("select 1").executeQuery();

            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                Demo.sweep();
                return age("oldest-transaction") >= 1;
            });
        }
        assertThat(age("oldest-transaction")).isLessThan(600);
        assertThat(raised("oldest-transaction")).isZero();
    }

    @Test
    void aDeliveryThatDoesNotLeaveRaisesTheAlarmUntilItIsGone() throws SQLException {
        Instant now = Demo.now();
        // leased by a node that does not come back: nobody else may take it
        Sql.update(
                database,
                "insert into delivery (notification_id, device_id, channel, created_at, state, next_attempt_at,"
                        + " leased_until, lease_owner) values (?, ?, 'FCM', ?, 'PENDING', ?, now() + interval '1 hour', ?)",
                notification,
                UUID.randomUUID(),
                java.sql.Timestamp.from(now.minus(Duration.ofMinutes(20))),
                java.sql.Timestamp.from(now.minus(Duration.ofMinutes(20))),
                UUID.randomUUID());

        Demo.sweep();

        assertThat(raised("outbox")).isEqualTo(1);
        assertThat(age("outbox")).isBetween(1200.0, 1300.0);
        Sql.update(database, "delete from delivery where notification_id = ?", notification);
        Demo.sweep();
        assertThat(raised("outbox")).isZero();
    }

    @Test
    void aRowOfTheTrailsThatNoSealHoldsRaisesTheAlarmUntilItIsSealed() throws SQLException {
        Demo.sweep();
        Sql.update(
                database,
                "insert into audit (id, at, action, subject_type) values (?, ?, 'test.alarm', 'Test')",
                UUID.randomUUID(),
                java.sql.Timestamp.from(Demo.now().minus(Duration.ofMinutes(20))));

        Demo.sweep();

        assertThat(raised("unsealed-trail")).isEqualTo(1);
        assertThat(age("unsealed-trail")).isBetween(1200.0, 1300.0);
        Demo.sweep();
        assertThat(raised("unsealed-trail")).isZero();
        assertThat(age("unsealed-trail")).isZero();
    }

    @Test
    void nothingIsPreparedSoNothingAges() {
        Demo.sweep();

        assertThat(age("prepared-transactions")).isZero();
    }

    private static double age(String alarm) {
        return metric("shouwang_alarm_age_seconds", alarm);
    }

    private static double raised(String alarm) {
        return metric("shouwang_alarm_raised", alarm);
    }

    private static double metric(String name, String alarm) {
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        Matcher line = Pattern.compile(name + "\\{alarm=\"" + alarm + "\"[^}]*} (\\S+)")
                .matcher(metrics);
        assertThat(line.find()).as(name + " of " + alarm).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
