package org.shouwang.protection.violence;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** Cases of violence as an app records them. */
final class Cases {

    static final String PATH = "/api/v1/violence-cases/{id}";
    static final String WISH = "她想先住到妹妹家";

    private Cases() {}

    /** A family of the director's village with a child. */
    record Family(Families.Household household, UUID child) {

        static Family settled(Accounts director, String village) {
            Families.Household household = Families.settle(director, village);
            return new Family(household, Families.register(director, village, household, "MEDIUM"));
        }

        /** A grown-up woman. */
        UUID woman() {
            return household.grandmother();
        }
    }

    static Map<String, Object> ofChild(UUID child) {
        return Map.of("victimChildId", child, "victimWish", WISH);
    }

    static Map<String, Object> ofWoman(UUID woman) {
        return Map.of("victimMemberId", woman, "victimWish", WISH);
    }

    static Response put(RequestSpecification who, UUID id, Map<String, Object> form) {
        return given().spec(who).body(form).put(PATH, id);
    }

    /** Opens one and answers its id. */
    static UUID opened(RequestSpecification who, Map<String, Object> form) {
        UUID id = UUID.randomUUID();
        put(who, id, form).then().statusCode(201);
        return id;
    }

    static Response get(RequestSpecification who, UUID id) {
        return given().spec(who).get(PATH, id);
    }

    /** Does something in a case, under a fresh id. */
    static Response act(RequestSpecification who, UUID id, String what, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent("id", UUID.randomUUID());
        return given().spec(who).body(body).post(PATH + "/" + what, id);
    }

    static Response say(RequestSpecification who, UUID id, String stage, String status) {
        return act(who, id, "stages/" + stage, Map.of("status", status, "note", "已核实"));
    }

    /** Nothing is left to do. */
    static void finish(RequestSpecification who, UUID id) {
        for (ViolenceStage stage : ViolenceStage.values()) {
            say(who, id, stage.name(), "DONE").then().statusCode(200);
        }
    }

    /** Event and role of each notice about a case, without those of other cases. */
    static List<String> told(DataSource database, UUID of) throws SQLException {
        return Sql.texts(database, """
                select n.event || ' ' || a.role_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? order by 1
                """, of);
    }
}
