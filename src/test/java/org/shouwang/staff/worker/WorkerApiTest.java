package org.shouwang.staff.worker;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class WorkerApiTest {

    @Test
    void aCoordinatorSeesTheWorkersOfTheOwnTownOnly() {
        Accounts.COORDINATOR
                .request()
                .queryParam("roleCode", "CHILDREN_DIRECTOR")
                .get("/api/v1/workers")
                .then()
                .statusCode(200)
                .body("items.appointments.flatten().areaCode", everyItem(startsWith("610304101")))
                .body("items.appointments.flatten().areaCode", hasItem(Accounts.VILLAGE))
                .body("items.phoneMasked", everyItem(matchesPattern("1\\d{2}\\*{4}\\d{4}")));
    }

    @Test
    void theListGoesOnWhereThePageEnded() {
        String next = Accounts.COORDINATOR
                .request()
                .queryParam("limit", 1)
                .get("/api/v1/workers")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .extract()
                .path("next");
        String first = Accounts.COORDINATOR
                .request()
                .queryParam("limit", 1)
                .get("/api/v1/workers")
                .path("items[0].id");

        Accounts.COORDINATOR
                .request()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/api/v1/workers")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", not(equalTo(first)));
    }

    @Test
    void theCountySeesNobodyInTheTownsThatOthersRun() {
        Accounts.COUNTY
                .request()
                .queryParam("area", "610304102000")
                .get("/api/v1/workers")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aDirectorMayNotListWorkers() {
        Accounts.DIRECTOR.request().get("/api/v1/workers").then().statusCode(403);
    }
}
