package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** In danger one calls: police and ambulance, what is near, and the national lines. */
@QuarkusTest
class HotlinesApiTest {

    private static final String OTHER_TOWN = "610304107200";

    @Inject
    DataSource database;

    private UUID ofTown = new UUID(0, 0);
    private UUID ofVillage = new UUID(0, 0);

    @BeforeEach
    void twoLocalLines() throws SQLException {
        ofTown = line("0917-0000091", Accounts.TOWN);
        ofVillage = line("0917-0000092", Accounts.VILLAGE);
    }

    @AfterEach
    void noLines() throws SQLException {
        Resources.remove(database, ofTown, ofVillage);
    }

    private UUID line(String phone, String area) throws SQLException {
        UUID id = Resources.stored(database, "试验热线", "HOTLINE", Long.parseLong(area));
        Sql.update(database, "update resource set phone = ? where id = ?", phone, id);
        return id;
    }

    private List<String> numbers(String area) {
        return Accounts.DIRECTOR
                .request()
                .get("/api/v1/hotlines?area=" + area)
                .then()
                .statusCode(200)
                .body("items[2].sort", equalTo(2))
                .extract()
                .path("items.number");
    }

    @Test
    void theNearestStandsRightAfterPoliceAndAmbulance() {
        assertThat(numbers(Accounts.VILLAGE))
                .startsWith("110", "120", "0917-0000092", "0917-0000091")
                .contains("12345", "12356");
    }

    @Test
    void aLineOfAnotherTownIsNotCalled() {
        assertThat(numbers(OTHER_TOWN)).startsWith("110", "120").doesNotContain("0917-0000091", "0917-0000092");
    }

    @Test
    void aSuspendedLineIsNotCalled() throws SQLException {
        Sql.update(database, "update resource set status = 'SUSPENDED' where id = ?", ofVillage);

        assertThat(numbers(Accounts.VILLAGE)).contains("0917-0000091").doesNotContain("0917-0000092");
    }

    @Test
    void atAPlaceThatNobodyKnowsTheNationalLinesHold() {
        assertThat(numbers("999999999999")).startsWith("110", "120", "12345");
    }

    @Test
    void theFirstAnswerToAReportSaysTheSame() {
        List<String> answered = Accounts.DIRECTOR
                .request()
                .body(Map.of("discoveredAt", Instant.now().toString(), "areaCode", Accounts.VILLAGE))
                .put("/api/v1/incidents/{id}", UUID.randomUUID())
                .then()
                .statusCode(201)
                .extract()
                .path("hotlines.number");

        assertThat(answered).isEqualTo(numbers(Accounts.VILLAGE));
    }
}
