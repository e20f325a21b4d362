package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

/** What a coordinator's phone knows of when children are due. */
@QuarkusTest
class PolicyFeedApiTest {

    private static final String TOWN = Long.toString(NewCounty.TOWN);

    @Inject
    DataSource database;

    @Inject
    Rulebooks rulebooks;

    private NewCounty county;
    private LocalDate tomorrow;

    @BeforeEach
    void aCounty() throws SQLException {
        county = NewCounty.found(database);
        tomorrow = Demo.today().plusDays(1);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        Demo.backToRealTime();
        PolicyTables.clear(database, rulebooks, 990_000_000_000L);
        county.dissolve();
    }

    private static void record(long area, LocalDate from) {
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(PolicyForms.tenDays(Long.toString(area), from))
                .put("/api/v1/policies/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static List<Object> homeVisits(Pulled pulled, String area) {
        return pulled.kind("policy").stream()
                .filter(policy -> policy.get("areaCode").equals(area))
                .map(policy -> policy.get("homeVisitDays"))
                .toList();
    }

    @Test
    void aTownHasOneMatrixForAllItsVillages() {
        List<Map<String, Object>> policies =
                Pulled.full(NewCounty.COORDINATOR.token()).kind("policy");

        assertThat(policies).extracting(policy -> policy.get("areaCode")).containsOnly(TOWN);
        assertThat(policies)
                .filteredOn(policy -> policy.get("riskLevel").equals("MEDIUM"))
                .containsExactly(Map.ofEntries(
                        Map.entry("areaCode", TOWN),
                        Map.entry("riskLevel", "MEDIUM"),
                        Map.entry("homeVisitDays", 30),
                        Map.entry("contactDays", 14),
                        Map.entry("assessmentDays", 180),
                        Map.entry("firstVisit", Map.of("amount", 5, "unit", "WORKING_DAYS")),
                        Map.entry("firstAssessmentDays", 7),
                        Map.entry("opensDaysBefore", 7),
                        Map.entry("escalateTownshipAfterDays", 3),
                        Map.entry("escalateCountyAfterDays", 14),
                        Map.entry("floorOf", List.of("DE_FACTO_UNATTENDED", "GUARDIANSHIP_RISK", "ORPHAN_SCATTERED")),
                        Map.entry("newFileFirstVisit", Map.of("amount", 5, "unit", "WORKING_DAYS")),
                        Map.entry("ofUnassessed", false)));
    }

    @Test
    void aVersionReplacesTheRecordsOnItsDay() {
        String token = NewCounty.COORDINATOR.token();
        record(NewCounty.COUNTY, tomorrow);
        Pulled before = Pulled.full(token);
        assertThat(homeVisits(before, TOWN)).containsExactly(7, 14, 30, 90, 180);
        Demo.moveTo(tomorrow, LocalTime.of(0, 1));

        Pulled after = before.next(NewCounty.COORDINATOR.token());

        assertThat(homeVisits(after, TOWN)).containsExactly(7, 10, 30, 90, 180);
        assertThat(after.changes().stream()
                        .filter(change -> change.get("kind").equals("policy"))
                        .map(change -> change.get("id")))
                .containsExactlyElementsOf(before.changes().stream()
                        .filter(change -> change.get("kind").equals("policy"))
                        .map(change -> change.get("id"))
                        .toList());
    }

    /** The coordinator's town runs a village of the other town: its matrix is that of the host. */
    @Test
    void aHostedVillageIsNamedForItself() throws SQLException {
        record(NewCounty.TOWN, tomorrow);
        Sql.update(
                database,
                "update area set administered_by_area_code = ? where code = ?",
                NewCounty.TOWN,
                NewCounty.OTHER_VILLAGE);
        rulebooks.refresh().await().indefinitely();
        Demo.moveTo(tomorrow, LocalTime.NOON);
        try {
            Pulled pulled = Pulled.full(NewCounty.COORDINATOR.token());

            assertThat(homeVisits(pulled, Long.toString(NewCounty.OTHER_VILLAGE)))
                    .containsExactly(7, 10, 30, 90, 180);
            assertThat(homeVisits(pulled, TOWN)).containsExactly(7, 10, 30, 90, 180);
        } finally {
            Sql.update(
                    database,
                    "update area set administered_by_area_code = null where code = ?",
                    NewCounty.OTHER_VILLAGE);
        }
    }
}
