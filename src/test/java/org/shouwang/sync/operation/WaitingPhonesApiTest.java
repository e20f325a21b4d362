package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Whoever helps sees on whose phone something waits. */
@QuarkusTest
class WaitingPhonesApiTest {

    @Inject
    AgroalDataSource database;

    private final String device = UUID.randomUUID().toString();
    private OfflinePhone phone;

    @BeforeEach
    void aPhone() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
    }

    @AfterEach
    void thePhoneIsForgotten() throws Exception {
        Sql.update(database, "delete from sync_phone where device_id = cast(? as uuid)", device);
    }

    private void says(int count, @Nullable Instant since) {
        says(device, count, since);
    }

    private void says(String device, int count, @Nullable Instant since) {
        Map<String, Object> waiting = new HashMap<>(Map.of("count", count));
        if (since != null) {
            waiting.put("since", since.toString());
        }
        phone.request()
                .body(Map.of(
                        "deviceId",
                        device,
                        "sentAt",
                        Demo.now().toString(),
                        "operations",
                        List.of(),
                        "waiting",
                        waiting))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(Accounts who, String area) {
        return who.request()
                .get("/api/v1/sync/phones?limit=500&area=" + area)
                .then()
                .statusCode(200);
    }

    private boolean listed() {
        return list(Accounts.COORDINATOR, Accounts.VILLAGE)
                .extract()
                .jsonPath()
                .getList("items.deviceId")
                .contains(device);
    }

    private String row() {
        return "items.find { it.deviceId == '" + device + "' }";
    }

    private long written() throws Exception {
        return Sql.number(
                database,
                "select extract(epoch from contact_at)::bigint from sync_phone where device_id = cast(? as uuid)",
                device);
    }

    @Test
    void theVillageAndItsCoordinatorSeeWhatWaits() {
        Instant since = Demo.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

        says(7, since);

        for (Accounts helper : List.of(Accounts.COORDINATOR, Accounts.DIRECTOR)) {
            list(helper, Accounts.VILLAGE)
                    .body(row() + ".waiting", equalTo(7))
                    .body(row() + ".areaCode", equalTo(Accounts.VILLAGE))
                    .body(row() + ".workerId", equalTo(phone.workerId()));
        }
        Instant shown = Instant.parse(
                list(Accounts.COORDINATOR, Accounts.VILLAGE).extract().path(row() + ".waitingSince"));
        assertThat(Duration.between(since, shown).abs()).isLessThan(Duration.ofMinutes(1));
        list(Accounts.OTHER_TOWN_DIRECTOR, Accounts.VILLAGE).body("items.deviceId", not(hasItem(device)));
        Accounts.EXECUTIVE.request().get("/api/v1/sync/phones").then().statusCode(403);
    }

    @Test
    void whatIsSentLeavesTheList() {
        says(7, Demo.now());

        says(0, null);

        list(Accounts.COORDINATOR, Accounts.TOWN).body("items.deviceId", not(hasItem(device)));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "31, false"})
    void aPhoneStandsNoLongerOnceAnotherOneSpokeAMonthAfterIt(int days, boolean stands) throws Exception {
        says(7, Demo.now());
        Sql.update(
                database,
                "update sync_phone set contact_at = contact_at - make_interval(days => ?) where device_id = cast(? as uuid)",
                days,
                device);

        says(UUID.randomUUID().toString(), 0, null);

        assertThat(listed()).isEqualTo(stands);
    }

    @Test
    void aPhoneThatWasSignedOffStandsUntilAnotherOneSpeaks() throws Exception {
        says(7, Demo.now());
        Sql.update(
                database,
                "update sync_phone set contact_at = now() + interval '1 day' where device_id = cast(? as uuid)",
                device);
        Sql.update(
                database,
                "insert into device (id, worker_id, platform, channel, app_version, registered_at, revoked_at)"
                        + " values (cast(? as uuid), cast(? as uuid), 'ANDROID', 'NONE', '1.0.0', now(), now() + interval '2 days')",
                device,
                phone.workerId());
        boolean whileItIsTheOnlyOne = listed();
        String replacement = UUID.randomUUID().toString();
        says(replacement, 0, null);
        Sql.update(
                database,
                "update sync_phone set contact_at = now() + interval '3 days' where device_id = cast(? as uuid)",
                replacement);

        boolean afterwards = listed();

        Sql.update(database, "delete from sync_phone where device_id = cast(? as uuid)", replacement);
        assertThat(whileItIsTheOnlyOne).isTrue();
        assertThat(afterwards).isFalse();
    }

    @Test
    void theSameAgainIsWrittenOnceAnHour() throws Exception {
        says(3, Demo.now());
        Sql.update(
                database,
                "update sync_phone set contact_at = contact_at - interval '30 minutes' where device_id = cast(? as uuid)",
                device);
        long before = written();

        says(3, Demo.now());

        assertThat(written()).isEqualTo(before);
        Sql.update(
                database,
                "update sync_phone set contact_at = contact_at - interval '40 minutes' where device_id = cast(? as uuid)",
                device);
        says(3, Demo.now());
        assertThat(written()).isGreaterThan(before);
    }

    @Test
    void aPhoneOfYesterdaysClockWaitsNotInTheFuture() {
        says(1, Demo.now().plus(Duration.ofDays(3)));

        Instant shown = Instant.parse(
                list(Accounts.COORDINATOR, Accounts.VILLAGE).extract().path(row() + ".waitingSince"));
        assertThat(shown).isBeforeOrEqualTo(Demo.now());
    }
}
