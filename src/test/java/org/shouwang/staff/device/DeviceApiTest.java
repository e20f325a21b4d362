package org.shouwang.staff.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Together;

@QuarkusTest
class DeviceApiTest {

    private static final Accounts OWNER = Accounts.CHAIR_AND_DIRECTOR;
    private static final Accounts OTHER = Accounts.OTHER_TOWN_DIRECTOR;

    @Inject
    AgroalDataSource database;

    private final UUID id = UUID.randomUUID();
    private final String target = "target-" + id;

    @Test
    void aDeviceIsRegisteredOnceAndThenKeptUpToDate() {
        put(OWNER, id, device(target))
                .statusCode(201)
                .body("id", equalTo(id.toString()))
                .body("channel", equalTo("FCM"))
                .body("target", nullValue());

        Map<String, Object> updated = device("new-" + target);
        updated.put("appVersion", "1.1");
        put(OWNER, id, updated).statusCode(200).body("appVersion", equalTo("1.1"));

        list(OWNER).body("items.find { it.id == '" + id + "' }.appVersion", equalTo("1.1"));
        list(OTHER).body("items.id", not(hasItem(id.toString())));
    }

    @Test
    void anotherWorkersIdIsNotFoundAndStaysAsItIs() throws SQLException {
        put(OWNER, id, device(target)).statusCode(201);

        put(OTHER, id, device("theirs-" + target)).statusCode(404);
        delete(OTHER, id).statusCode(404);

        assertThat(row(id)).containsEntry("revoked_at", null).containsEntry("version", 0);
    }

    @Test
    void anInstallationBelongsToWhoRegisteredItLast() throws SQLException {
        put(OWNER, id, device(target)).statusCode(201);
        UUID theirs = UUID.randomUUID();

        put(OTHER, theirs, device(target)).statusCode(201);

        assertThat(row(id).get("revoked_at")).isNotNull();
        assertThat(row(theirs)).containsEntry("revoked_at", null);
        list(OWNER).body("items.id", not(hasItem(id.toString())));
        list(OTHER).body("items.id", hasItem(theirs.toString()));
    }

    @Test
    void twoWhoRegisterOneInstallationAtOnceLeaveOneOwner() throws SQLException {
        List<CompletableFuture<Integer>> requests = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> put(i % 2 == 0 ? OWNER : OTHER, UUID.randomUUID(), device(target))
                                .extract()
                                .statusCode()))
                .toList();

        assertThat(requests).extracting(CompletableFuture::join).containsOnly(201);
        put(OWNER, id, device(target)).statusCode(201);

        assertThat(activeWithTheTargetOf(id)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void ofTwoWorkersWhoTakeOneNewIdAtOnceTheSecondDoesNotFindIt() throws Exception {
        RequestSpecification mine = OWNER.request().body(device(target));
        RequestSpecification theirs = OTHER.request().body(device("theirs-" + target));

        List<Integer> statuses = Together.statuses(
                List.of(() -> mine.put("/api/v1/devices/" + id).statusCode(), () -> theirs.put("/api/v1/devices/" + id)
                        .statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(201, 404);
    }

    @Test
    void aRevokedDeviceIsGoneUntilItIsRegisteredAgain() throws SQLException {
        put(OWNER, id, device(target)).statusCode(201);

        delete(OWNER, id).statusCode(204);
        delete(OWNER, id).statusCode(204);

        assertThat(row(id).get("revoked_at")).isNotNull();
        list(OWNER).body("items.id", not(hasItem(id.toString())));
        put(OWNER, id, device(target)).statusCode(200);
        assertThat(row(id)).containsEntry("revoked_at", null);
    }

    @Test
    void theTargetIsEncryptedAtRest() throws SQLException {
        put(OWNER, id, device(target)).statusCode(201);

        byte[] cipher = (byte[]) row(id).get("target_cipher");
        byte[] hash = (byte[]) row(id).get("target_hash");

        assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain("target");
        assertThat(hash).hasSize(32);
    }

    @Test
    void aTargetIsNeededUnlessNothingIsPushed() throws SQLException {
        Map<String, Object> form = device(target);
        form.remove("target");
        put(OWNER, id, form)
                .statusCode(422)
                .body("violations[0].field", equalTo("target"))
                .body("violations[0].rule", equalTo("push-target-needed"))
                .body("violations[0].message", equalTo("请提供推送地址（target），或将 channel 设为 NONE。"));

        Map<String, Object> silent = device(target);
        silent.put("channel", "NONE");
        put(OWNER, id, silent).statusCode(201);

        assertThat(row(id)).containsEntry("target_cipher", null).containsEntry("target_hash", null);
    }

    @Test
    void anIdOfFirebaseIsNoAddressOfAnotherService() {
        Map<String, Object> form = device(target);
        form.put("channel", "JPUSH");
        form.put("target", Map.of("kind", "FID", "value", target));

        put(OWNER, id, form)
                .statusCode(422)
                .body("violations[0].field", equalTo("target.kind"))
                .body("violations[0].rule", equalTo("push-target-of-channel"));
    }

    @Test
    void aPhoneThatJPushDoesNotReachIsNotRegisteredForIt() {
        Map<String, Object> form = device(target);
        form.put("platform", "HARMONY");
        form.put("channel", "JPUSH");
        form.put("target", Map.of("kind", "TOKEN", "value", target));

        put(OWNER, id, form).statusCode(422).body("violations[0].rule", equalTo("push-platform-of-channel"));
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() {
        Map<String, Object> unknown = device(target);
        unknown.put("platform", "SYMBIAN");
        put(OWNER, id, unknown).statusCode(400);

        Map<String, Object> blank = device(" ");
        put(OWNER, id, blank).statusCode(422).body("violations[0].field", equalTo("target.value"));

        delete(OWNER, id).statusCode(404);
    }

    private static Map<String, Object> device(String target) {
        Map<String, Object> form = new HashMap<>();
        form.put("platform", "ANDROID");
        form.put("channel", "FCM");
        form.put("target", Map.of("kind", "FID", "value", target));
        form.put("appVersion", "1.0");
        return form;
    }

    private static ValidatableResponse put(Accounts who, UUID id, Map<String, Object> form) {
        return who.request().body(form).put("/api/v1/devices/" + id).then();
    }

    private static ValidatableResponse delete(Accounts who, UUID id) {
        return who.request().delete("/api/v1/devices/" + id).then();
    }

    private static ValidatableResponse list(Accounts who) {
        return who.request().get("/api/v1/devices?limit=500").then().statusCode(200);
    }

    private Map<String, Object> row(UUID device) throws SQLException {
        return query("select * from device where id = ?", device);
    }

    private long activeWithTheTargetOf(UUID device) throws SQLException {
        return (Long) query("""
                select count(*) as active from device
                where revoked_at is null and target_hash = (select target_hash from device where id = ?)
                """, device).getOrDefault("active", -1L);
    }

    private Map<String, Object> query(String sql, UUID device) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, device);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                Map<String, Object> row = new HashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
                }
                return row;
            }
        }
    }
}
