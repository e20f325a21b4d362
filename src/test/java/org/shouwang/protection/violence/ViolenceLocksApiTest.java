package org.shouwang.protection.violence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;

/** A move, an answer of an agency and an act in a case never wait for each other in a ring: first the victim, then referrals, then the case. */
@QuarkusTest
class ViolenceLocksApiTest {

    private static final UUID POLICE = UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8));
    private static final long DISTRICT = 610304000000L;
    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    @Inject
    AgroalDataSource database;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Cases.Family family;
    private String director;
    private UUID id;

    @BeforeEach
    void aCaseAndAnAgency() throws Exception {
        UUID entry = UUID.randomUUID();
        Sql.update(database, """
                insert into resource (id, area_code, organisation_id, name, category, phone, hours, accepts_referral_types,
                                      provider_type, verified_on, created_at, updated_at)
                values (?, ?, ?, '接收单位', 'POLICE_STATION', '0917-12345', '[]', '{POLICE}', 'GOV', current_date, now(), now())
                """, entry, DISTRICT, POLICE);
        Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, ?)", entry, DISTRICT);
        director = Accounts.DIRECTOR.token();
        family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        id = Cases.opened(Accounts.with(director), Cases.ofChild(family.child()));
    }

    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        threads.shutdownNow();
        Sql.update(database, "update violence_case set closed_at = now() where closed_at is null");
        Sql.update(database, "update referral set status = 'CLOSED' where status <> 'CLOSED'");
        Sql.update(database, "update referral_watch set next_look_at = null where next_look_at is not null");
    }

    private int refer(UUID referral) {
        return Cases.act(
                        Accounts.with(director),
                        id,
                        "stages/POLICE_RESPONSE/refer",
                        Map.of(
                                "id",
                                referral,
                                "organisationId",
                                POLICE,
                                "urgency",
                                "URGENT",
                                "summary",
                                "请协助处理",
                                "consentStatus",
                                "NOT_NEEDED_LEGAL_DUTY",
                                "legalGround",
                                "DOMESTIC_VIOLENCE_14"))
                .statusCode();
    }

    /** While the request waits for the row that the statement holds, the case is free; then it goes on. */
    private int waiting(String statement, UUID of, Callable<Integer> request) throws Exception {
        Future<Integer> answer;
        try (Connection holding = database.getConnection();
                PreparedStatement hold = holding.prepareStatement(statement);
                PreparedStatement free =
                        holding.prepareStatement("select id from violence_case where id = ? for update nowait")) {
            holding.setAutoCommit(false);
            hold.setObject(1, of);
            hold.execute();
            answer = threads.submit(request);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> Sql.number(database, WAITING) > 0);
            free.setObject(1, id);
            free.execute();
            holding.rollback();
            holding.setAutoCommit(true);
        }
        return answer.get();
    }

    @Test
    void whoRefersAStageWaitsForAMoveOfItsVictimBeforeItHoldsTheCase() throws Exception {
        int status =
                waiting("select id from child where id = ? for update", family.child(), () -> refer(UUID.randomUUID()));

        assertThat(status).isEqualTo(200);
    }

    @Test
    void aMoveWaitsForAnAnswerBeforeItHoldsTheCase() throws Exception {
        UUID referral = UUID.randomUUID();
        refer(referral);
        UUID move = Moves.asked(Accounts.DIRECTOR, Moves.ofHousehold(family.child(), Moves.to(Moves.OTHER_VILLAGE)));
        String receiver = Accounts.OTHER_TOWN_DIRECTOR.token();

        int status = waiting(
                "select id from referral where id = ? for update", referral, () -> given().spec(Accounts.with(receiver))
                        .body(Map.of("id", UUID.randomUUID()))
                        .post("/api/v1/moves/{id}/accept", move)
                        .statusCode());

        assertThat(status).isEqualTo(200);
    }
}
