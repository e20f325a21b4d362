package org.shouwang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Visits;

/** Whoever holds a dump of the database reads no number, phone, address or text of a visit in it. */
@QuarkusTest
class NothingInTheClearApiTest {

    private static final String PHONE = "13945671234";
    private static final String ADDRESS = "无名沟密文路 7 号";
    private static final String INJURY = "左膝密文擦伤";
    private static final String CAUSE = "密文骑车摔倒";
    private static final String FINDINGS = "密文奶奶患病";
    private static final String CHILD_FINDINGS = "密文夜里咳嗽";
    private static final String NOTE = "密文已联系卫生室";
    private static final String TARGET = "planted-target-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void noTableHoldsWhatWasPlanted() throws SQLException {
        String number = Families.boysNumber();
        UUID visit = plant(number);

        List<String> found = tablesWith(PHONE, ADDRESS, number, INJURY, CAUSE, FINDINGS, CHILD_FINDINGS, NOTE, TARGET);

        assertThat(found).isEmpty();
        assertThat(tablesWith("无名沟密文组")).containsExactly("household");
        String read = DIRECTOR.request().get("/api/v1/visits/{id}", visit).asString();
        assertThat(read).contains(INJURY, CAUSE, FINDINGS, CHILD_FINDINGS, NOTE);
        assertThat(DIRECTOR.request()
                        .get("/api/v1/visits?area=" + Accounts.VILLAGE + "&limit=200")
                        .asString())
                .contains(INJURY, CAUSE, FINDINGS, CHILD_FINDINGS, NOTE);
    }

    private static UUID plant(String number) {
        Families.Household household = new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> home = Families.household(Accounts.VILLAGE, household.grandmother(), household.father());
        home.putAll(Map.of("phone", PHONE, "address", ADDRESS, "hamlet", "无名沟密文组"));
        put("households", household.id(), home);
        Map<String, Object> child = Families.child(Accounts.VILLAGE, household);
        child.putAll(Map.of("idNumber", number, "hukouAddress", ADDRESS, "residenceAddress", ADDRESS));
        UUID childId = UUID.randomUUID();
        put("children", childId, child);
        Map<String, Object> answers = Map.of(
                "childId",
                childId,
                "met",
                true,
                "physicalToday",
                "INJURED",
                "injuryDetail",
                Map.of("area", INJURY, "cause", CAUSE),
                "findings",
                CHILD_FINDINGS);
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = Visits.met(household.id());
        form.putAll(Map.of("findings", FINDINGS, "actionsNote", NOTE, "children", List.of(answers)));
        put("visits", visit, form);
        put(
                "devices",
                UUID.randomUUID(),
                Map.of(
                        "platform", "ANDROID",
                        "channel", "FCM",
                        "appVersion", "1.0",
                        "target", Map.of("kind", "TOKEN", "value", TARGET)));
        return visit;
    }

    private static void put(String kind, UUID id, Map<String, Object> body) {
        DIRECTOR.request()
                .body(body)
                .put("/api/v1/" + kind + "/{id}", id)
                .then()
                .statusCode(201);
    }

    /** The tables of which a row, with bytes as hexadecimal digits, holds one of the texts. */
    private List<String> tablesWith(String... texts) throws SQLException {
        String[] patterns = Stream.of(texts)
                .flatMap(text -> Stream.of(text, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))))
                .map(text -> "%" + text + "%")
                .toArray(String[]::new);
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                try (PreparedStatement search = connection.prepareStatement(
                        "select count(*) from \"" + table + "\" t where t::text like any (?)")) {
                    search.setArray(1, connection.createArrayOf("text", patterns));
                    try (ResultSet count = search.executeQuery()) {
                        count.next();
                        if (count.getLong(1) > 0) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
