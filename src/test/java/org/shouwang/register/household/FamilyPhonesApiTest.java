package org.shouwang.register.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.TOWNSHIP_CHAIR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

/** A family must be called, also where there is no network to ask for a full look: the village's own posts have its phones. */
@QuarkusTest
class FamilyPhonesApiTest {

    private static final String FULL = "13911112222";
    private static final String MASKED = "139****2222";

    private final DataSource database;
    private Families.Household household;
    private UUID child;

    FamilyPhonesApiTest(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void aFamilyThatCanBeCalled() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        file.put("contactPhone", FULL);
        DIRECTOR.request().body(file).put("/api/v1/children/{id}", child).then().statusCode(201);
    }

    @Test
    void theDirectorHasThePhonesInTheFeedAndIdentityNumbersMasked() {
        Pulled pulled = Pulled.full(DIRECTOR.token());

        Map<String, Object> home = pulled.data(household.id()).orElseThrow();
        Map<String, Object> file = pulled.data(child).orElseThrow();
        assertThat(home).containsEntry("phone", FULL).containsEntry("phoneMasked", MASKED);
        assertThat(home).containsEntry("address", "阳平镇上河滩 12 号");
        assertThat(grandmother(home))
                .containsEntry("phone", FULL)
                .containsEntry("idNumberMasked", "**************0020")
                .doesNotContainKey("idNumber");
        assertThat(file).containsEntry("contactPhone", FULL).doesNotContainKey("idNumber");
    }

    @Test
    void whatTheFeedShowsIsWhatGetShows() {
        Pulled pulled = Pulled.full(DIRECTOR.token());

        assertThat(pulled.data(household.id()).orElseThrow()).isEqualTo(home(DIRECTOR));
    }

    @Test
    void theTownSeesMasks() {
        Map<String, Object> coordinators =
                Pulled.full(COORDINATOR.token()).data(household.id()).orElseThrow();

        assertThat(coordinators).containsEntry("phoneMasked", MASKED).doesNotContainKey("phone");
        assertThat(grandmother(coordinators))
                .containsEntry("phoneMasked", MASKED)
                .doesNotContainKey("phone");
        assertThat(home(TOWNSHIP_CHAIR)).doesNotContainKey("phone");
        assertThat(COORDINATOR
                        .request()
                        .get("/api/v1/children/{id}", child)
                        .jsonPath()
                        .getMap("$"))
                .containsEntry("contactPhoneMasked", MASKED)
                .doesNotContainKey("contactPhone");
    }

    @Test
    void aPageThatShowsPhonesSaysOfWhom() throws SQLException {
        String token = DIRECTOR.token();

        Pulled.full(token);

        assertThat(looks("household.sync", household.grandmother())).isPositive();
        assertThat(looks("child.sync", child)).isPositive();
    }

    private long looks(String action, UUID whom) throws SQLException {
        return Sql.number(
                database, "select count(*) from access_log where action = ? and ? = any(subject_ids)", action, whom);
    }

    private Map<String, Object> home(Accounts who) {
        return who.request()
                .get("/api/v1/households/{id}", household.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> grandmother(Map<String, Object> home) {
        List<Map<String, Object>> members = (List<Map<String, Object>>) home.getOrDefault("members", List.of());
        return members.stream()
                .filter(member -> household.grandmother().toString().equals(member.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
