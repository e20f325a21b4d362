package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class FullLookApiTest {

    private static final String REASON = "到派出所核对户口";

    @Inject
    DataSource database;

    private final UUID child = UUID.randomUUID();
    private Household household;
    private Map<String, Object> form;

    @BeforeEach
    void settle() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        form = Families.child(Accounts.VILLAGE, household);
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
    }

    @Test
    void aChildsFileShowsWhatItMasksAndTheReasonIsKept() throws SQLException {
        String grandmother = "members.find { it.memberId == '%s' }".formatted(household.grandmother());

        look(Accounts.DIRECTOR, "children", child, REASON)
                .statusCode(200)
                .body("idNumber", equalTo(form.get("idNumber")))
                .body("file.idNumberMasked", startsWith("*****"))
                .body(grandmother + ".idNumber", equalTo("990101195803010020"))
                .body(grandmother + ".phone", equalTo("13911112222"));

        assertThat(Sql.number(database, """
                        select count(*) from access_log
                        where action = 'child.full-look' and subject_id = ? and reason = ? and ? = any (subject_ids)
                          and area_code = ?
                        """, child, REASON, household.father(), Long.parseLong(Accounts.VILLAGE)))
                .isEqualTo(1);
    }

    @Test
    void aHouseholdShowsItsPhoneAndItsMembersNumbers() throws SQLException {
        look(Accounts.COORDINATOR, "households", household.id(), REASON)
                .statusCode(200)
                .body("phone", equalTo("13911112222"))
                .body("household.phoneMasked", equalTo("139****2222"))
                .body("members.idNumber", hasItem("990101195803010020"));

        assertThat(Sql.number(database, """
                        select count(*) from access_log
                        where action = 'household.full-look' and subject_id = ? and reason = ?
                        """, household.id(), REASON)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "核对户", "   核对户   "})
    void aReasonThatSaysNothingShowsNothing(String reason) throws SQLException {
        look(Accounts.DIRECTOR, "children", child, reason)
                .statusCode(422)
                .body("violations[0].rule", equalTo("reason-too-short"));
        look(Accounts.DIRECTOR, "households", household.id(), reason).statusCode(422);

        assertThat(fullLooks()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"CHAIR_AND_DIRECTOR,404", "OTHER_TOWN_DIRECTOR,404", "TOWNSHIP_CHAIR,403", "PRIVACY_OFFICER,403"})
    void whoMayNotLookInFullLeavesNoRow(Accounts who, int status) throws SQLException {
        look(who, "children", child, REASON).statusCode(status);
        look(who, "households", household.id(), REASON).statusCode(status);

        assertThat(fullLooks()).isZero();
    }

    private long fullLooks() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from access_log where action like '%full-look' and subject_id in (?, ?)",
                child,
                household.id());
    }

    private static ValidatableResponse look(Accounts who, String records, UUID id, String reason) {
        return who.request()
                .body(Map.of("reason", reason))
                .post("/api/v1/{records}/{id}/full-look", records, id)
                .then();
    }
}
