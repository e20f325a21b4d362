package org.shouwang.protection.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Referrals;
import org.shouwang.testsupport.Sql;

/** What each role sees of a referral equals a table that was written by hand ({@code referrals-by-hand.csv}). */
@QuarkusTest
class WhoSeesReferralsApiTest {

    private static final long TOWN = 610304101000L;
    private static final String OTHER = "610304106200";

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, UUID> referrals = new HashMap<>();
    private final Map<String, UUID> children = new HashMap<>();
    private RoleWorkers workers;

    /** In each place one that tells of no harm, and one that does. */
    @BeforeEach
    void referralsOfTwoVillages() throws Exception {
        Asked.takes(database, Asked.POLICE, "HUKOU", "POLICE");
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(TOWN);
        workers.appoint(RoleCode.AGENCY_OFFICER, null, Asked.POLICE);
        sendFrom("own", Accounts.DIRECTOR, Accounts.VILLAGE);
        sendFrom("other", Accounts.OTHER_TOWN_DIRECTOR, OTHER);
    }

    private void sendFrom(String place, Accounts director, String village) {
        UUID child = Asked.child(director, village);
        children.put(place, child);
        referrals.put(place + "/no", Asked.sent(director.request(), Asked.hukou(child)));
        referrals.put(place + "/yes", Asked.sent(director.request(), Asked.police(child)));
    }

    @AfterEach
    void nobodyStays() throws Exception {
        workers.dismiss();
        Referrals.settle(database);
    }

    @Test
    void everyRoleSeesWhatTheTableSays() throws Exception {
        Map<RoleCode, Pulled> pulled = new HashMap<>();
        try (InputStream file = getClass().getResourceAsStream("/referrals-by-hand.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            for (NamedCsvRecord row : rows) {
                RoleCode role = RoleCode.valueOf(row.getField("role"));
                RoleWorkers.Worker worker = workers.of(role);
                seen(row, worker);
                listed(row, worker);
                if (!row.getField("feed").equals("none")) {
                    Pulled all = pulled.computeIfAbsent(role, none -> Pulled.full(worker.token()));
                    check(
                            row,
                            "feed",
                            row.getField("feed"),
                            all.of(referral(row)).isPresent() ? "yes" : "no");
                }
                Response close = Asked.act(worker.request(), referral(row), "close", Map.of());
                check(row, "close", row.getField("close"), Integer.toString(close.statusCode()));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private UUID referral(NamedCsvRecord row) {
        return Objects.requireNonNull(referrals.get(row.getField("place") + "/" + row.getField("restricted")));
    }

    private void check(NamedCsvRecord row, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(row.getFields() + " " + what + ": " + found + " and not " + expected);
        }
    }

    private void seen(NamedCsvRecord row, RoleWorkers.Worker worker) {
        Response one = Asked.get(worker.request(), referral(row));
        check(row, "get", row.getField("get"), Integer.toString(one.statusCode()));
        String view = one.statusCode() != 200
                ? "none"
                : one.path("person") != null && one.path("childId") == null
                        ? "person"
                        : one.path("person") == null && one.path("childId") != null ? "file" : "mixed";
        check(row, "view", row.getField("view"), view);
        if (one.statusCode() == 404) {
            check(row, "words", words(Asked.get(worker.request(), UUID.randomUUID())), words(one));
        }
    }

    private void listed(NamedCsvRecord row, RoleWorkers.Worker worker) {
        Response list = worker.request().get("/api/v1/referrals?limit=500");
        String listed = list.statusCode() != 200
                ? "refused"
                : list.asString().contains(referral(row).toString()) ? "yes" : "no";
        check(row, "list", row.getField("list"), listed);
        if (list.statusCode() == 200) {
            UUID child = Objects.requireNonNull(children.get(row.getField("place")));
            boolean ofChild = worker.request()
                    .get("/api/v1/referrals?childId=" + child)
                    .asString()
                    .contains(referral(row).toString());
            check(row, "list of the child", listed, ofChild ? "yes" : "no");
        }
    }

    private static String words(Response refused) {
        JsonPath problem = refused.jsonPath();
        return refused.statusCode()
                + problem.getString("type")
                + problem.getString("title")
                + problem.getString("detail")
                + problem.getMap("$").keySet();
    }

    /** An office that is asked something else learns nothing. */
    @Test
    void anOfficerOfAnotherOrganisationSeesNothing() throws Exception {
        workers.appoint(RoleCode.AGENCY_OFFICER, null, Asked.unmanned(database, "HUKOU"));
        RoleWorkers.Worker officer = workers.of(RoleCode.AGENCY_OFFICER);

        for (UUID referral : referrals.values()) {
            Asked.get(officer.request(), referral).then().statusCode(404);
            Asked.act(officer.request(), referral, "accept", Map.of()).then().statusCode(404);
        }
        officer.request().get("/api/v1/referrals").then().statusCode(200).body("items", empty());
    }

    /** That there is a restricted one, and who sent it, is not for whoever reviews looks. */
    @Test
    void looksAtRestrictedOnesAreNotShownToReviewersWithoutClassR() {
        UUID restricted = Objects.requireNonNull(referrals.get("own/yes"));
        UUID open = Objects.requireNonNull(referrals.get("own/no"));
        for (UUID referral : List.of(restricted, open)) {
            Asked.get(workers.of(RoleCode.AGENCY_OFFICER).request(), referral)
                    .then()
                    .statusCode(200);
        }

        Accounts.PRIVACY_OFFICER
                .request()
                .get("/api/v1/access-log?subjectId={id}", restricted)
                .then()
                .statusCode(200)
                .body("items", empty());
        Accounts.PRIVACY_OFFICER
                .request()
                .get("/api/v1/access-log?subjectId={id}", open)
                .then()
                .statusCode(200)
                .body("items", not(empty()));
    }

    /** The reporter of a danger stays hidden from the receiver, and whoever may have done it is not called. */
    @Test
    void whatFollowsAnIncidentNamesNeitherWhoAsksNorWhoCaresForTheChild() throws Exception {
        UUID child = Objects.requireNonNull(children.get("own"));
        UUID incident = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Map.of("childId", child))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(201);
        Map<String, Object> form = Asked.hukou(child);
        form.put("incidentId", incident);

        Response seen =
                Asked.get(workers.of(RoleCode.AGENCY_OFFICER).request(), Asked.sent(Accounts.DIRECTOR.request(), form));

        assertThat(seen.<String>path("sender.roleCode")).isEqualTo("CHILDREN_DIRECTOR");
        assertThat(seen.<Object>path("sender.fullName")).isNull();
        assertThat(seen.<Object>path("sender.phone")).isNull();
        assertThat(seen.<Object>path("incidentId")).isNull();
        assertThat(seen.<Object>path("person.contactPhone")).isNull();
        assertThat(seen.<String>path("person.fullName")).isEqualTo("王小明");
        assertThat(seen.<Boolean>path("restricted")).isTrue();
    }

    /** Its cadre may be who did it: the village learns nothing of what the police answer. */
    @Test
    void anIncidentThatIsClosedToVillagesTakesItsReferralsAlong() throws Exception {
        UUID child = Objects.requireNonNull(children.get("own"));
        UUID incident = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Map.of("childId", child))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(201);
        Map<String, Object> form = Asked.police(child);
        form.put("incidentId", incident);
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), form);

        Accounts.COUNTY
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/incidents/{id}/village-cut", incident)
                .then()
                .statusCode(200);

        Asked.get(Accounts.DIRECTOR.request(), referral).then().statusCode(404);
        assertThat(Pulled.full(Accounts.DIRECTOR.token()).of(referral)).isEmpty();
        assertThat(Sql.texts(database, """
                        select a.role_code || ' ' || (r.sender_role = a.role_code) || ' ' || t.kind
                        from referral r join appointment a on a.id = r.sender_appointment_id
                        join referral_act t on t.referral_id = r.id where r.id = ?
                        """, referral)).containsExactly("TOWNSHIP_COORDINATOR true CUT_VILLAGE");
    }

    /** Whether it is missing or closed to the caller is one answer. */
    @Test
    void anIncidentThatIsClosedToTheSenderIsNotThere() {
        UUID incident = UUID.randomUUID();
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .body(Map.of("areaCode", OTHER))
                .put("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(201);
        Map<String, Object> form = Asked.hukou(Objects.requireNonNull(children.get("own")));

        String closed = refused(form, incident);
        String missing = refused(form, UUID.randomUUID());

        assertThat(closed).isEqualTo(missing).contains("referral-incident");
    }

    private static String refused(Map<String, Object> form, UUID incident) {
        Map<String, Object> following = new HashMap<>(form);
        following.put("incidentId", incident);
        Response answer = Asked.put(Accounts.DIRECTOR.request(), UUID.randomUUID(), following);
        return answer.statusCode() + answer.jsonPath().getString("violations");
    }
}
