package org.shouwang.protection.referral;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** Referrals as an app sends them, and organisations that take them. */
final class Asked {

    /** The police of the demo district, which keep the register of households too. */
    static final UUID POLICE = UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8));

    private static final long DISTRICT = 610304000000L;

    private Asked() {}

    /** An entry of the directory: the organisation takes these types in the whole district. */
    static void takes(DataSource database, UUID organisation, String... types) throws SQLException {
        UUID entry = UUID.randomUUID();
        Sql.update(database, """
                insert into resource (id, area_code, organisation_id, name, category, phone, hours, accepts_referral_types,
                                      provider_type, verified_on, created_at, updated_at)
                values (?, ?, ?, '接收单位', 'POLICE_STATION', '0917-12345', '[]', ?::text[], 'GOV', current_date, now(), now())
                """, entry, DISTRICT, organisation, "{" + String.join(",", types) + "}");
        Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, ?)", entry, DISTRICT);
    }

    /** An organisation without anybody in office. */
    static UUID unmanned(DataSource database, String... types) throws SQLException {
        UUID organisation = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '无人单位', 'GOVERNMENT_UNIT', ?)",
                organisation,
                DISTRICT);
        takes(database, organisation, types);
        return organisation;
    }

    /** A family's child of the director's village. */
    static UUID child(Accounts director, String village) {
        Families.Household household = Families.settle(director, village);
        return Families.register(director, village, household, "MEDIUM");
    }

    /** Help with the household registration: nothing in it tells of a harm. */
    static Map<String, Object> hukou(UUID child) {
        return form(child, "HUKOU", "NORMAL");
    }

    /** A report to the police without anybody's consent: restricted by its type. */
    static Map<String, Object> police(UUID child) {
        Map<String, Object> form = form(child, "POLICE", "IMMEDIATE");
        form.put("consentStatus", "NOT_NEEDED_LEGAL_DUTY");
        form.put("legalGround", "MINORS_PROTECTION_11");
        return form;
    }

    static Map<String, Object> form(UUID child, String type, String urgency) {
        return new HashMap<>(Map.of(
                "childId",
                child,
                "referralType",
                type,
                "toOrganisationId",
                POLICE,
                "urgency",
                urgency,
                "summary",
                "孩子满十岁尚未落户，请协助办理",
                "consentStatus",
                "GUARDIAN_AGREED"));
    }

    static Response put(RequestSpecification who, UUID id, Map<String, Object> form) {
        return given().spec(who).body(form).put("/api/v1/referrals/{id}", id);
    }

    /** Sends it and answers its id. */
    static UUID sent(RequestSpecification who, Map<String, Object> form) {
        UUID id = UUID.randomUUID();
        put(who, id, form).then().statusCode(201);
        return id;
    }

    static Response get(RequestSpecification who, UUID id) {
        return given().spec(who).get("/api/v1/referrals/{id}", id);
    }

    /** Does something to it, under a fresh id. */
    static Response act(RequestSpecification who, UUID id, String act, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent("id", UUID.randomUUID());
        return given().spec(who).body(body).post("/api/v1/referrals/{id}/" + act, id);
    }

    static Map<String, Object> solved() {
        return Map.of("feedback", "已办理落户", "resultCode", "SOLVED");
    }

    static Map<String, Object> because() {
        return Map.of("reason", "不属于本单位职责");
    }

    /** Event and role of each notice about it. */
    static List<String> told(DataSource database, UUID referral) throws SQLException {
        return Sql.texts(database, """
                select n.event || ' ' || a.role_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? order by n.created_at, 1
                """, referral);
    }

    static Instant moment(Response answer, String field) {
        return Instant.parse(answer.path(field));
    }
}
