package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/** An empty instance gets its first administrator, with the packaged program and nothing else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorIT {

    private static final String CODE = "[0-9A-Z]{4}-[0-9A-Z]{4}\n";
    private static final String PHONE = "13900990100";

    private static DatabaseAddress database;
    private static Map<String, String> settings;

    @BeforeAll
    static void emptyDatabase() {
        database = TestDatabase.fresh("first_administrator");
        settings = ProductionSettings.on(database);
    }

    @AfterAll
    static void drop() {
        TestDatabase.drop(database);
    }

    @Test
    @Order(1)
    void theCodeIsAllThatIsPrintedAndNobodyCanConnectMeanwhile() throws IOException {
        PackagedCommand command = PackagedCommand.start(settings, "first-administrator", "张三");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> Tables.number(
                                database,
                                "select count(*) from pg_stat_activity where application_name = 'shouwang' and datname = 'first_administrator'")
                        > 0);
        assertThat(command.listens()).isFalse();

        PackagedCommand.Ended ended = command.end(PHONE + "\n");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).matches(CODE);
        assertThat(ended.err()).doesNotContain(PHONE);
        assertThat(Tables.text(database, """
                select w.full_name || ' ' || a.role_code || ' ' || (a.area_code is null) || ' ' || (u.worker_id is null)
                from worker w join appointment a on a.worker_id = w.id
                join audit u on u.subject_id = w.id and u.action = 'administrator.first'""")).isEqualTo("张三 ADMINISTRATOR true true");
    }

    @Test
    @Order(2)
    void aLostSlipOfPaperIsReplaced() {
        PackagedCommand.Ended ended = PackagedCommand.run(settings, "first-administrator", "张三", PHONE);

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).matches(CODE);
        assertThat(Tables.number(database, "select count(*) from worker")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void aSecondAdministratorIsMadeByTheFirst() {
        PackagedCommand.Ended ended = PackagedCommand.run(settings, "first-administrator", "李四", "13900990101");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("There is an administrator already").doesNotContain("\tat ");
    }

    @Test
    @Order(4)
    void aCommandThatDoesNotExistIsExplained() {
        PackagedCommand.Ended ended = PackagedCommand.run(settings, "help");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("first-administrator", "backup", "restore-done");
    }
}
