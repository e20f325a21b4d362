package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

/** A phone works from its feed alone: where it is, who its user is, when a child is due, and what a code says. */
@QuarkusTest
class ReferenceRecordsApiTest {

    private static final UUID VILLAGE = UUID.fromString("00000000-0000-0000-0000-" + Accounts.VILLAGE);
    private static final List<String> KINDS =
            List.of("appointment", "area", "code-list", "hotline", "policy", "resource", "risk-model");

    private final DataSource database;

    ReferenceRecordsApiTest(DataSource database) {
        this.database = database;
    }

    @Test
    void aFreshPhoneKnowsItsAreasUpToTheProvince() {
        Pulled pulled = Pulled.full(DIRECTOR.token());

        assertThat(pulled.data(VILLAGE).orElseThrow())
                .containsEntry("areaCode", Accounts.VILLAGE)
                .containsEntry("level", "VILLAGE")
                .containsEntry("parentCode", Accounts.TOWN)
                .containsKey("name");
        assertThat(pulled.kind("area"))
                .extracting(area -> area.get("level"))
                .containsExactlyInAnyOrder("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
        assertThat(pulled.replaced().get(0)).isEqualTo(KINDS);
    }

    @Test
    void aCoordinatorHasTheVillagesOfTheTownAndNobodyElses() {
        Pulled town = Pulled.full(COORDINATOR.token());
        Pulled otherTown = Pulled.full(OTHER_TOWN_DIRECTOR.token());

        assertThat(town.kind("area"))
                .filteredOn(area -> "VILLAGE".equals(area.get("level")))
                .extracting(area -> area.get("areaCode"))
                .contains(Accounts.VILLAGE, Accounts.SECOND_VILLAGE)
                .allMatch(code -> code.toString().startsWith(Accounts.TOWN.substring(0, 9)));
        assertThat(otherTown.of(VILLAGE)).isEmpty();
    }

    @Test
    void theUsersOwnPostsAreThoseOfMe() {
        Map<String, Object> post = DIRECTOR.request().get("/api/v1/me").path("appointments[0]");

        List<Map<String, Object>> posts = Pulled.full(DIRECTOR.token()).kind("appointment");

        assertThat(posts).containsExactly(post);
    }

    @Test
    void aPhoneKnowsWhomToCallInDanger() {
        List<Map<String, Object>> hotlines = Pulled.full(DIRECTOR.token()).kind("hotline");

        assertThat(hotlines)
                .filteredOn(hotline -> hotline.get("sort").equals(0))
                .extracting(hotline -> hotline.get("number"))
                .containsExactly("110");
    }

    @Test
    void thePolicySaysWhenAChildIsDue() {
        List<Map<String, Object>> policies = Pulled.full(DIRECTOR.token()).kind("policy");

        assertThat(policies)
                .extracting(policy ->
                        policy.get("riskLevel") + " " + policy.get("homeVisitDays") + " " + policy.get("ofUnassessed"))
                .containsExactly(
                        "CRITICAL 7 false", "HIGH 14 true", "MEDIUM 30 false", "LOW 90 false", "NORMAL 180 false");
    }

    @Test
    void codesComeWithWordsInBothLanguages() {
        List<Map<String, Object>> lists = Pulled.full(DIRECTOR.token()).kind("code-list");

        assertThat(codes(lists, "VisitPurpose")).contains(Map.of("code", "FOLLOW_UP", "zh", "回访", "en", "Follow-up"));
        assertThat(codes(lists, "RelationCode"))
                .contains(Map.of("code", "62", "zh", "祖母", "en", "Paternal grandmother"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> codes(List<Map<String, Object>> lists, String name) {
        return lists.stream()
                .filter(list -> list.get("name").equals(name))
                .map(list -> (List<Map<String, Object>>) list.get("codes"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAPhoneHasDoesNotComeAgain() {
        String token = DIRECTOR.token();
        Pulled first = Pulled.since(token, "", 7);

        Pulled next = first.next(token);

        assertThat(first.replaced().get(0)).isEqualTo(KINDS);
        assertThat(first.replaced().subList(1, first.replaced().size())).containsOnlyNulls();
        assertThat(first.kind("code-list")).doesNotHaveDuplicates();
        assertThat(next.replaced()).containsOnlyNulls();
        assertThat(next.kind("area")).isEmpty();
    }

    @Test
    void aRenamedAreaComesWithTheNextPull() throws SQLException {
        String token = DIRECTOR.token();
        Pulled before = Pulled.full(token);
        Pulled after;
        rename("name || '（新）'");
        try {
            after = before.next(token);
        } finally {
            rename("replace(name, '（新）', '')");
        }

        assertThat(after.data(VILLAGE).orElseThrow().get("name").toString()).endsWith("（新）");
        assertThat(after.replaced()).containsExactly(KINDS);
        assertThat(after.next(token).data(VILLAGE).orElseThrow().get("name").toString())
                .doesNotEndWith("（新）");
    }

    private void rename(String name) throws SQLException {
        Sql.update(database, "update area set name = " + name + " where code = ?", Long.valueOf(Accounts.VILLAGE));
    }
}
