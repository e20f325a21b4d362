package org.shouwang.staff.worker;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.staff.Roster;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class SeeWorkersApiTest {

    private static final String PHONE = "13700000031";

    @Inject
    DataSource database;

    private NewCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = NewCounty.found(database);
    }

    @AfterEach
    void noCounty() throws SQLException {
        county.dissolve();
    }

    @Test
    void aWorkerIsShownWithThePostsInTheOwnArea() {
        UUID director = Roster.make(NewCounty.COORDINATOR, Roster.line("王芳", PHONE, "儿童主任", NewCounty.VILLAGE));
        Roster.send(NewCounty.ADMINISTRATOR, Roster.line("王芳", PHONE, "儿童主任", NewCounty.OTHER_VILLAGE))
                .body("lines[0].outcome", equalTo("APPOINTED"));

        NewCounty.COORDINATOR
                .request()
                .get("/api/v1/workers/{id}", director)
                .then()
                .statusCode(200)
                .body("fullName", equalTo("王芳"))
                .body("status", equalTo("ACTIVE"))
                .body("activated", equalTo(false))
                .body("appointments.areaCode", contains(Long.toString(NewCounty.VILLAGE)))
                .body("appointments.appointedOn", contains("2026-01-04"));
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/workers/{id}", director)
                .then()
                .statusCode(404);
        Accounts.DIRECTOR.request().get("/api/v1/workers/{id}", director).then().statusCode(403);
    }

    @Test
    void theCountySeesThePeopleOfItsOrganisations() {
        Accounts.COUNTY
                .request()
                .queryParam("roleCode", "AGENCY_OFFICER")
                .get("/api/v1/workers")
                .then()
                .statusCode(200)
                .body("items.appointments.flatten().organisationId", everyItem(notNullValue()))
                .body(
                        "items.id",
                        hasItem(NewCounty.workerId(Accounts.POLICE_OFFICER).toString()));
    }

    @Test
    void whoSitsInAnOrganisationIsToldItsName() {
        Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/me")
                .then()
                .body("appointments.organisationName", hasItem("陈仓区教育体育局"));
    }

    /** Else whoever may appoint a director could take over any account: appoint, change the phone, sign in. */
    @Test
    void appointingSomebodyHigherIsNoWayIntoTheirAccount() throws SQLException {
        county.appoint(Accounts.COMMITTEE, "CHILDREN_DIRECTOR", NewCounty.VILLAGE);
        UUID higher = NewCounty.workerId(Accounts.COMMITTEE);

        NewCounty.COORDINATOR
                .request()
                .get("/api/v1/workers/{id}", higher)
                .then()
                .statusCode(200);
        NewCounty.COORDINATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("phone", "13700000032"))
                .patch("/api/v1/workers/{id}", higher)
                .then()
                .statusCode(403);
        NewCounty.COORDINATOR
                .request()
                .post("/api/v1/workers/{id}/activation-code", higher)
                .then()
                .statusCode(403);
    }
}
