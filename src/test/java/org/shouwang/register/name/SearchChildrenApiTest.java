package org.shouwang.register.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class SearchChildrenApiTest {

    @Inject
    DataSource database;

    @Inject
    FillSearchKeys fill;

    /** Three characters that no other child of the district has. */
    private final String rare = rareName();

    private final String number = Families.boysNumber();
    private UUID here;
    private UUID nextVillage;

    private static String rareName() {
        StringBuilder name = new StringBuilder();
        ThreadLocalRandom.current().ints(3, 0x8000, 0x9000).forEach(name::appendCodePoint);
        return name.toString();
    }

    @BeforeEach
    void twoVillages() {
        here = register(Accounts.DIRECTOR, Accounts.VILLAGE, "王" + rare, number);
        nextVillage = register(Accounts.COORDINATOR, Accounts.SECOND_VILLAGE, rare + "Ali", Families.boysNumber());
    }

    private static UUID register(Accounts director, String village, String name, String idNumber) {
        Families.Household household = Families.settle(director, village);
        Map<String, Object> form = Families.child(village, household);
        form.put("fullName", name);
        form.put("idNumber", idNumber);
        UUID id = UUID.randomUUID();
        director.request().body(form).put("/api/v1/children/{id}", id).then().statusCode(201);
        return id;
    }

    private static ValidatableResponse search(Accounts worker, Map<String, Object> form) {
        return worker.request().body(form).post("/api/v1/children/search").then();
    }

    private static ValidatableResponse search(Accounts worker, String text) {
        return search(worker, Map.of("text", text));
    }

    @Test
    void anyPartOfANameFindsChildrenOfTheScopeOnly() {
        search(Accounts.COORDINATOR, rare.substring(1))
                .statusCode(200)
                .body("items.id", contains(here.toString(), nextVillage.toString()));
        search(Accounts.DIRECTOR, rare).body("items.id", contains(here.toString()));
        search(Accounts.OTHER_TOWN_DIRECTOR, rare).statusCode(200).body("items", empty());
        search(Accounts.COORDINATOR, rare + "aLI").body("items.id", contains(nextVillage.toString()));
    }

    @Test
    void percentSignsMeanThemselves() {
        search(Accounts.COORDINATOR, "%").statusCode(200).body("items", empty());
    }

    @Test
    void aFullNumberFindsTheChildHoweverItIsWritten() {
        String fullWidth = number.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
                .reduce("", String::concat);
        search(Accounts.COORDINATOR, " " + number.toLowerCase(java.util.Locale.ROOT) + " ")
                .statusCode(200)
                .body("items.id", contains(here.toString()))
                .body("items[0].idNumberMasked", startsWith("**************"))
                .body("items[0].idNumber", nullValue());
        if (!number.endsWith("X")) {
            search(Accounts.COORDINATOR, fullWidth).body("items.id", contains(here.toString()));
        }
    }

    @Test
    void aNumberTellsNothingOutsideTheScope() {
        search(Accounts.OTHER_TOWN_DIRECTOR, number).statusCode(200).body("items", empty());
        search(Accounts.COORDINATOR, number.substring(0, 17)).body("items", empty());
    }

    @Test
    void anAreaNarrowsTheSearchAndNeverWidensIt() {
        search(Accounts.COORDINATOR, Map.of("text", rare, "area", Accounts.SECOND_VILLAGE))
                .body("items.id", contains(nextVillage.toString()));
        search(Accounts.DIRECTOR, Map.of("text", rare, "area", Accounts.TOWN))
                .body("items.id", contains(here.toString()));
        search(Accounts.DIRECTOR, Map.of("text", rare, "area", Accounts.SECOND_VILLAGE))
                .body("items", empty());
    }

    @Test
    void aSearchComesPageByPage() {
        Map<String, Object> form = new HashMap<>(Map.of("text", rare, "limit", 1));
        String next = search(Accounts.COORDINATOR, form)
                .body("items.id", contains(here.toString()))
                .extract()
                .path("next");

        form.put("cursor", next);

        search(Accounts.COORDINATOR, form)
                .body("items.id", contains(nextVillage.toString()))
                .body("next", nullValue());
    }

    @Test
    void classRIsForThoseWhoMaySeeIt() throws SQLException {
        Sql.update(database, """
                insert into child_category (id, child_id, category_code, start_date, status)
                values (?, ?, 'HIV_AFFECTED', '2026-01-01', 'APPROVED')
                """, UUID.randomUUID(), here);

        search(Accounts.COORDINATOR, number).body("items[0].categories", contains("LEFT_BEHIND"));
        search(Accounts.COUNTY, number).body("items[0].categories", containsInAnyOrder("LEFT_BEHIND", "HIV_AFFECTED"));
    }

    @Test
    void aPageIsLoggedWithWhomItShows() throws SQLException {
        search(Accounts.COORDINATOR, rare);

        assertThat(Sql.number(database, """
                        select count(*) from access_log
                        where action = 'child.search' and role_code = 'TOWNSHIP_COORDINATOR'
                          and subject_ids @> ?::uuid[] and cardinality(subject_ids) = 2
                        """, "{" + here + "," + nextVillage + "}"))
                .isOne();
    }

    private UUID named(String name) {
        return register(Accounts.DIRECTOR, Accounts.VILLAGE, name, Families.boysNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "单{0}, Shàn",
        "单{0}, dan1",
        "曾{0}, ＣＥＮＧ",
        "尉迟{0}, yu chi",
        "尉迟{0}, wc",
        "王𪚥{0}, 𪚥",
        "王𪚥{0}, wangzhe",
        "阿卜杜拉·买买提{0}, abudula maimaiti",
        "阿卜杜拉·买买提{0}, 阿卜杜拉买买提",
        "阿卜杜拉·买买提{0}, 杜拉•买买",
        "吕{0}, lü"
    })
    void aNameIsFoundHoweverItIsTyped(String name, String typed) {
        UUID child = named(name.replace("{0}", rare));

        for (Accounts worker : List.of(Accounts.DIRECTOR, Accounts.COORDINATOR, Accounts.COUNTY)) {
            search(worker, Map.of("text", typed, "area", Accounts.VILLAGE, "limit", 500))
                    .statusCode(200)
                    .body("items.id", hasItem(child.toString()));
        }
        search(Accounts.OTHER_TOWN_DIRECTOR, typed).body("items.id", not(hasItem(child.toString())));
    }

    @Test
    void aNameWrittenPastTheServerIsFoundAtOnceAndByPinyinAfterTheJob() throws Throwable {
        Sql.update(database, "update child set full_name = ? where id = ?", "解" + rare, here);
        search(Accounts.COUNTY, "解" + rare).body("items.id", contains(here.toString()));
        search(Accounts.DIRECTOR, "解" + rare).body("items.id", contains(here.toString()));

        VertxContextSupport.subscribeAndAwait(fill::runOnce);

        search(Accounts.DIRECTOR, Map.of("text", "xie", "limit", 500)).body("items.id", hasItem(here.toString()));
        search(Accounts.DIRECTOR, "王" + rare).body("items", empty());
        assertThat(VertxContextSupport.subscribeAndAwait(fill::runOnce)).isZero();
    }

    @Test
    void aNameWhoseKeysCannotBeWrittenHoldsUpNobodyElse() throws Throwable {
        Sql.update(
                database,
                "create function refuse_keys() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$");
        Sql.update(
                database,
                "create trigger refuse_keys before update of keys on child_search for each row "
                        + "when (new.keys is not null and new.child_id = '" + here
                        + "') execute function refuse_keys()");
        try {
            Sql.update(database, "update child set full_name = full_name || '解' where id in (?, ?)", here, nextVillage);

            VertxContextSupport.subscribeAndAwait(fill::runOnce);

            assertThat(keyed(nextVillage)).isTrue();
            assertThat(keyed(here)).isFalse();
            assertThat(VertxContextSupport.subscribeAndAwait(fill::runOnce)).isZero();
        } finally {
            Sql.update(database, "drop function refuse_keys() cascade");
        }
        Sql.update(database, "update child set full_name = ? where id = ?", "解" + rare, here);
        VertxContextSupport.subscribeAndAwait(fill::runOnce);
        assertThat(keyed(here)).isTrue();
    }

    private boolean keyed(UUID child) throws SQLException {
        return Sql.number(database, "select count(keys) from child_search where child_id = ?", child) == 1;
    }

    @Test
    void dotsAloneFindNobody() {
        search(Accounts.COORDINATOR, "·").statusCode(200).body("items", empty());
    }

    @Test
    void othersMayNotSearch() {
        for (Accounts worker : List.of(Accounts.EXECUTIVE, Accounts.COMMITTEE, Accounts.ADMINISTRATOR)) {
            search(worker, rare).statusCode(403);
        }
        search(Accounts.DIRECTOR, " ").statusCode(422);
    }
}
