package org.shouwang.protection.incident;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

/** Incidents as an app reports them, and what stands of them in the database. */
final class Danger {

    private Danger() {}

    /** The least that somebody can know: when, and which child. */
    static Map<String, Object> seen() {
        return new HashMap<>(
                Map.of("discoveredAt", Demo.now().minusSeconds(600).toString(), "unknownChildDesc", "村口桥下约八岁男孩"));
    }

    static Map<String, Object> seenIn(String village) {
        Map<String, Object> form = seen();
        form.put("areaCode", village);
        return form;
    }

    /** Reports it and answers its id. */
    static UUID reported(RequestSpecification who, Map<String, Object> form) {
        UUID id = UUID.randomUUID();
        given().spec(who).body(form).put("/api/v1/incidents/{id}", id).then().statusCode(201);
        return id;
    }

    /** The county takes it and leads it to its end. */
    static void closed(UUID incident) {
        lead(incident, "take", Map.of("id", UUID.randomUUID()));
        for (Stage stage :
                List.of(Stage.REPORTED, Stage.EMERGENCY_HANDLED, Stage.ASSESSED, Stage.FOLLOW_UP, Stage.CLOSED)) {
            lead(incident, "stage", Map.of("id", UUID.randomUUID(), "stage", stage, "note", "已核实"));
        }
    }

    private static void lead(UUID incident, String act, Map<String, Object> form) {
        Accounts.COUNTY
                .request()
                .body(form)
                .post("/api/v1/incidents/{id}/{act}", incident, act)
                .then()
                .statusCode(200);
    }

    /** Event and role of each notice about an incident. */
    static List<String> told(DataSource database, UUID incident) throws SQLException {
        return texts(database, """
                select n.event || ' ' || a.role_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? order by 1
                """, incident);
    }

    /** The first column of each row. */
    static List<String> texts(DataSource database, String query, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
