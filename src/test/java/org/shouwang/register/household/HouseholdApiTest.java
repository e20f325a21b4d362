package org.shouwang.register.household;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class HouseholdApiTest {

    private static final String PATH = "/api/v1/households/{id}";

    @Inject
    DataSource database;

    private final UUID id = UUID.randomUUID();
    private final UUID grandmother = UUID.randomUUID();
    private final Map<String, Object> form = Families.household(Accounts.VILLAGE, grandmother, UUID.randomUUID());

    @Test
    void aHouseholdIsMadeOnceAndShownWithMasks() {
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put(PATH, id)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("phoneMasked", equalTo("139****2222"))
                .body("phone", equalTo("13911112222"))
                .body("areaCode", equalTo(Accounts.VILLAGE));

        Accounts.DIRECTOR
                .request()
                .get(PATH, id)
                .then()
                .statusCode(200)
                .body("address", equalTo("阳平镇上河滩 12 号"))
                .body("incomeSources", equalTo(List.of("WAGES", "FARMING")))
                .body("members", hasSize(2))
                .body(
                        "members.find { it.id == '%s' }.idNumberMasked".formatted(grandmother),
                        startsWith("**************0020"))
                .body("members.find { it.id == '%s' }.sexCode".formatted(grandmother), equalTo("2"))
                .body("members.isAway", hasItem(true));
    }

    @Test
    void theSameRequestAgainChangesNothingAndAnotherBodyIsRefused() {
        put(201);
        put(200);

        form.put("headName", "李四");

        put(409);
        Accounts.DIRECTOR
                .request()
                .get(PATH, id)
                .then()
                .body("headName", equalTo("王桂兰"))
                .body("version", equalTo(0));
    }

    @Test
    void nobodyOfAnotherTownFindsIt() {
        put(201);

        Accounts other = Accounts.OTHER_TOWN_DIRECTOR;

        other.request().get(PATH, id).then().statusCode(404);
        other.request().body(form).put(PATH, id).then().statusCode(404);
        other.request().body(form).put(PATH, UUID.randomUUID()).then().statusCode(404);
        other.request()
                .queryParam("limit", 500)
                .get("/api/v1/households")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id.toString())));
        other.request()
                .queryParam("area", Accounts.VILLAGE)
                .get("/api/v1/households")
                .then()
                .body("items", hasSize(0));
        Accounts.ADMINISTRATOR.request().get(PATH, id).then().statusCode(403);
    }

    @Test
    void aListGoesOnWhereItEnded() {
        put(201);
        UUID second = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE).id();

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            var request = Accounts.COORDINATOR.request().queryParam("limit", 5).queryParam("area", Accounts.VILLAGE);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/households")
                    .then()
                    .statusCode(200)
                    .body("items.areaCode", everyItem(equalTo(Accounts.VILLAGE)))
                    .body("items[0].phoneMasked", notNullValue())
                    .body("items[0].address", nullValue())
                    .extract();
            found.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(found).doesNotHaveDuplicates().contains(id.toString(), second.toString());
    }

    @Test
    void whoHoldsTwoPostsNamesOne() {
        form.put("areaCode", Accounts.SECOND_VILLAGE);
        Accounts.CHAIR_AND_DIRECTOR
                .request()
                .body(form)
                .put(PATH, id)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:shouwang:problem:appointment-needed"));

        Accounts.CHAIR_AND_DIRECTOR
                .request()
                .header("X-Appointment-Id", Accounts.CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR"))
                .body(form)
                .put(PATH, id)
                .then()
                .statusCode(201);
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingIsWritten() {
        form.put("phone", "110");
        form.put("areaCode", Accounts.TOWN);
        form.put(
                "members",
                List.of(Map.of(
                        "id",
                        grandmother,
                        "fullName",
                        "X",
                        "sexCode",
                        "2",
                        "vitalStatus",
                        "ALIVE",
                        "guardianshipAbility",
                        "NONE")));

        Accounts.COORDINATOR
                .request()
                .body(form)
                .put(PATH, id)
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "phone", "areaCode", "members[0].fullName", "members[0].guardianshipAbilityReason"))
                .body(
                        "violations.rule",
                        containsInAnyOrder("phone-number", "village", "person-name", "needed-without-ability"))
                .body("violations.message", everyItem(notNullValue()));

        Accounts.COORDINATOR.request().get(PATH, id).then().statusCode(404);
    }

    @Test
    void aMissingFieldIsNamedAndAnUnknownCodeCannotBeRead() {
        form.remove("incomeSources");
        put(422).body("violations.field", hasItems("incomeSources"));

        form.put("incomeSources", List.of("GOLD"));

        put(400).body("violations[0].field", equalTo("incomeSources[0]"));
    }

    @Test
    void aMemberOfAnotherHouseholdIsNotTaken() {
        put(201);

        Accounts.DIRECTOR
                .request()
                .body(Families.household(Accounts.VILLAGE, grandmother, UUID.randomUUID()))
                .put(PATH, UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    @Test
    void numbersAndAddressesAreNotReadableInTheTables() throws SQLException {
        put(201);

        List<byte[]> closed = Sql.bytes(database, """
                select phone_cipher, address_cipher, phone_hash from household where id = ?
                """, id);
        closed.addAll(Sql.bytes(database, """
                select id_number_cipher, phone_cipher, id_number_hash from household_member where id = ?
                """, grandmother));

        assertThat(closed).hasSize(6).allSatisfy(bytes -> assertThat(new String(bytes, UTF_8))
                .doesNotContain("13911112222", "990101195803010020", "上河滩"));
    }

    @Test
    void aLookIsLoggedAndAChangeToo() throws SQLException {
        put(201);

        Accounts.DIRECTOR.request().get(PATH, id).then().statusCode(200);

        assertThat(Sql.number(database, "select count(*) from access_log where subject_id = ?", id))
                .isEqualTo(1);
        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where action = 'household.record' and subject_id = ?",
                        id))
                .isEqualTo(1);
        assertThat(Sql.number(database, "select count(*) from sync_change where kind = 'household' and id = ?", id))
                .isEqualTo(1);
    }

    private ValidatableResponse put(int status) {
        return Accounts.DIRECTOR.request().body(form).put(PATH, id).then().statusCode(status);
    }
}
