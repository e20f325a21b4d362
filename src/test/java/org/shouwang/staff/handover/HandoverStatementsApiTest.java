package org.shouwang.staff.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.handover.Crew.Worker;
import org.shouwang.testsupport.StatementLog;

/** What a handover costs the database: after an election there are hundreds in a week. */
@QuarkusTest
class HandoverStatementsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hashes;

    private Crew crew;

    @AfterEach
    void leave() {
        crew.leave();
    }

    private List<String> statementsOf(int children, int tasks) {
        crew = new Crew(database, cipher, hashes);
        UUID leaving = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        UUID successor = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        Worker coordinator = crew.worker();
        crew.appoint(coordinator, RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
        crew.children(leaving, Crew.VILLAGE, children);
        crew.tasks(leaving, Crew.VILLAGE, tasks);
        RequestSpecification request = coordinator.request().body(Crew.handover(leaving, successor));
        try (StatementLog log = StatementLog.start()) {
            request.post("/api/v1/handovers").then().statusCode(201);
            return log.statements();
        }
    }

    @Test
    void moreItemsAreNoMoreStatements() {
        assertThat(statementsOf(Crew.OF_E7_CHILDREN, Crew.OF_E7_TASKS))
                .hasSameSizeAs(statementsOf(1, 1))
                .hasSizeLessThanOrEqualTo(17);
    }
}
