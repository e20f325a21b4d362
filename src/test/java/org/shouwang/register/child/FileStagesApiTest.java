package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A child found on the road today, papers tomorrow. */
@QuarkusTest
class FileStagesApiTest {

    private static final String PATH = "/api/v1/children/{id}";

    @Inject
    DataSource database;

    private final UUID id = UUID.randomUUID();
    private String token = "";

    @BeforeEach
    void signIn() {
        token = Accounts.DIRECTOR.token();
    }

    @Test
    void aChildOfWhomLittleIsKnownHasADraftThatSaysWhatIsMissing() throws SQLException {
        put(id, found(), 201)
                .body("fileStatus", equalTo("DRAFT"))
                .body("birthYear", equalTo(2018))
                .body("riskLevel", nullValue())
                .body(
                        "missing",
                        containsInAnyOrder(
                                "birthDate",
                                "idType",
                                "hukouRegistered",
                                "residenceAddress",
                                "ruralHukou",
                                "householdId",
                                "livingStatus",
                                "source",
                                "noticeGivenAt",
                                "noticeVersion",
                                "members",
                                "assessment"));

        put(id, found(), 200).body("version", equalTo(0));
        Accounts.with(token)
                .queryParams(Map.of("area", Accounts.VILLAGE, "limit", 500))
                .get("/api/v1/children")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.fileStatus".formatted(id), equalTo("DRAFT"));
        assertThat(openTasks(id)).isEqualTo(1);
        assertThat(Sql.number(database, """
                select count(*) from task
                where subject_id = ? and task_type = 'UPDATE_FILE' and origin = 'POLICY' and title not like '%路边%'
                  and assignee_appointment_id = ?
                """, id, Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR")))
                .isEqualTo(1);
    }

    @Test
    void thatNobodyCanBeCalledMustBeSaid() {
        Map<String, Object> silent = found();
        silent.remove("noContact");

        put(id, silent, 422).body("violations.rule", equalTo(List.of("contact-or-none")));
    }

    @Test
    void aPhoneIsShownAsAMaskAndInFullForAReason() throws SQLException {
        Map<String, Object> form = found();
        form.remove("noContact");
        form.put("contactPhone", "13987654321");

        put(id, form, 201).body("contactPhoneMasked", equalTo("139****4321"));

        Accounts.with(token)
                .body(Map.of("reason", "联系孩子的邻居"))
                .post("/api/v1/children/{id}/full-look", id)
                .then()
                .statusCode(200)
                .body("contactPhone", equalTo("13987654321"));
        assertThat(Sql.number(database, "select count(*) from child c where c::text like '%13987654321%'"))
                .isZero();
    }

    @Test
    void aDraftIsActiveOnceItLacksNothingAndItsTaskIsDone() throws SQLException {
        put(id, found(), 201);
        Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        Map<String, Object> rest = papers(household);
        Object assessment = rest.remove("assessment");
        patch(id, 0, rest, 200)
                .body("fileStatus", equalTo("DRAFT"))
                .body("missing", equalTo(List.of("assessment")))
                .body("noContact", equalTo(true));
        assertThat(openTasks(id)).isEqualTo(1);

        patch(id, 1, Map.of("assessment", assessment), 200)
                .body("fileStatus", equalTo("ACTIVE"))
                .body("missing", empty())
                .body("riskLevel", equalTo("MEDIUM"))
                .body("version", equalTo(2))
                .header("ETag", equalTo("\"2\""));

        assertThat(openTasks(id)).isZero();
        assertThat(Sql.number(
                        database,
                        "select count(*) from task where subject_id = ? and status = 'DONE' and result_id = ?",
                        id,
                        id))
                .isEqualTo(1);
        assertThat(audited("child.edit.assessment")).isEqualTo(1);
        assertThat(audited("child.edit.birthDate")).isEqualTo(1);
        assertThat(audited("child.edit.fullName")).isZero();
        assertThat(Sql.number(
                        database,
                        "select version from sync_change where kind = 'child' and id = ? and not removed",
                        id))
                .isEqualTo(2);
    }

    @Test
    void anEditNamesTheVersionItWasMadeFrom() {
        put(id, found(), 201);

        Accounts.with(token).body(Map.of("remark", "x")).patch(PATH, id).then().statusCode(428);
        patch(id, 0, Map.of("remark", "穿红衣服"), 200).body("version", equalTo(1));
        patch(id, 0, Map.of("remark", "y"), 412);
        patch(id, 1, Map.of("remark", "穿红衣服"), 200).body("version", equalTo(1));
        patch(id, 1, Map.of("remark", ""), 200).body("remark", nullValue());
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .header("If-Match", "\"1\"")
                .body(Map.of("remark", "z"))
                .patch(PATH, id)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsCompleteStaysComplete() {
        Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        put(id, Families.child(Accounts.VILLAGE, household), 201).body("missing", empty());

        patch(id, 0, Map.of("residenceAddress", " "), 422)
                .body(
                        "violations.collect { it.field + ' ' + it.rule }",
                        equalTo(List.of("residenceAddress needed-in-active-file")));
        patch(
                        id,
                        0,
                        Map.of(
                                "householdId",
                                Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE)
                                        .id()),
                        422)
                .body("violations.rule", hasItem("household-fixed"));
        patch(id, 0, Map.of("assessment", Families.assessment("LOW")), 422)
                .body("violations.rule", equalTo(List.of("assessed-already")));
        Accounts.with(token)
                .get(PATH, id)
                .then()
                .body("version", equalTo(0))
                .body("residenceAddress", containsString("上河滩"));
    }

    @Test
    void anotherCaregiverTakesOverAndNobodyIsLost() {
        Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        put(id, Families.child(Accounts.VILLAGE, household), 201);

        patch(
                        id,
                        0,
                        Map.of(
                                "members",
                                List.of(
                                        Families.link(household.grandmother(), "62", false),
                                        Families.link(household.father(), "51", true))),
                        200)
                .body("members.find { it.isPrimaryCaregiver }.relationCode", equalTo("51"));

        Map<String, Object> seldom = new HashMap<>(Families.link(household.father(), "51", true));
        seldom.put("contactFreq", "RARE");
        patch(id, 1, Map.of("members", List.of(seldom)), 200)
                .body("members.relationCode", containsInAnyOrder("51", "62"))
                .body("members.find { it.relationCode == '51' }.contactFreq", equalTo("RARE"));
    }

    @Test
    void aNumberThatHasAnActiveFileIsNamedOnlyToWhoMaySeeThatFile() {
        String number = Families.boysNumber();
        UUID near = register(Accounts.DIRECTOR, Accounts.VILLAGE, number);
        Map<String, Object> again =
                Families.child(Accounts.VILLAGE, Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE));
        again.put("idNumber", number);
        put(id, again, 409)
                .body("type", equalTo("urn:shouwang:problem:already-registered"))
                .body("existingId", equalTo(near.toString()));

        String farNumber = Families.boysNumber();
        UUID far = register(Accounts.OTHER_TOWN_DIRECTOR, "610304106200", farNumber);
        again.put("idNumber", farNumber);
        String answer =
                put(id, again, 409).body("existingId", nullValue()).extract().asString();

        assertThat(answer).doesNotContain(far.toString(), "610304106200", farNumber);
    }

    @Test
    void ofTwoDraftsOfOnePersonThatAreCompletedTogetherOneBecomesActive() throws Exception {
        String number = Families.boysNumber();
        Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        List<Callable<Integer>> edits = Stream.of(UUID.randomUUID(), UUID.randomUUID())
                .<Callable<Integer>>map(draft -> {
                    put(draft, found(), 201);
                    Map<String, Object> rest = papers(household);
                    rest.put("idNumber", number);
                    return () -> Accounts.with(token)
                            .header("If-Match", "\"0\"")
                            .body(rest)
                            .patch(PATH, draft)
                            .statusCode();
                })
                .toList();

        List<Integer> statuses = Together.statuses(edits);

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aDraftMayNameANumberThatIsLookedAtWhenItIsComplete() {
        String number = Families.boysNumber();
        register(Accounts.DIRECTOR, Accounts.VILLAGE, number);
        Map<String, Object> draft = found();
        draft.putAll(Map.of("idType", "RESIDENT_ID", "idNumber", number, "birthDate", "2016-05-02"));
        draft.remove("birthYear");

        put(id, draft, 201).body("fileStatus", equalTo("DRAFT")).body("missing", not(hasItem("idNumber")));

        Map<String, Object> rest = papers(Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE));
        rest.remove("idNumber");
        patch(id, 0, rest, 409);
        Accounts.with(token).get(PATH, id).then().body("missing", hasItems("householdId", "assessment"));
    }

    private UUID register(Accounts worker, String village, String number) {
        UUID child = UUID.randomUUID();
        Map<String, Object> form = Families.child(village, Families.settle(worker, village));
        form.put("idNumber", number);
        worker.request().body(form).put(PATH, child).then().statusCode(201);
        return child;
    }

    private static Map<String, Object> found() {
        Map<String, Object> form = new HashMap<>();
        form.put("fullName", "路边娃");
        form.put("sexCode", "1");
        form.put("birthYear", 2018);
        form.put("residenceAreaCode", Accounts.VILLAGE);
        form.put("noContact", true);
        return form;
    }

    /** What {@link #found} lacks, of a boy of 2016. */
    private static Map<String, Object> papers(Household household) {
        Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
        List.of("residenceAreaCode", "categories", "fullName", "sexCode").forEach(form::remove);
        return form;
    }

    private long openTasks(UUID child) throws SQLException {
        return Sql.number(
                database,
                "select count(*) from task where subject_id = ? and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')",
                child);
    }

    private long audited(String action) throws SQLException {
        return Sql.number(database, "select count(*) from audit where subject_id = ? and action = ?", id, action);
    }

    private ValidatableResponse put(UUID child, Map<String, Object> form, int status) {
        return Accounts.with(token).body(form).put(PATH, child).then().statusCode(status);
    }

    private ValidatableResponse patch(UUID child, int version, Map<String, ?> changes, int status) {
        return Accounts.with(token)
                .header("If-Match", "\"" + version + "\"")
                .body(changes)
                .patch(PATH, child)
                .then()
                .statusCode(status);
    }
}
