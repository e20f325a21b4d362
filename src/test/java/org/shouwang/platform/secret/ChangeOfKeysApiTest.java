package org.shouwang.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Together;

/** Servers with the keys of each step, side by side on one database. */
@QuarkusTest
class ChangeOfKeysApiTest {

    private static final String VERSIONS = """
            select id, version from worker union all select id, version from household
            union all select id, version from child order by 1
            """;
    private static final String FEED = "select id, version, position from sync_change order by id";
    private static final String PHONE = "13911112222";

    private final EncryptionKeys oldSet = EncryptionKeys.fresh();
    private final String oldHash = NewKeys.symmetric();
    private final String newHash = NewKeys.symmetric();
    private final Keys oldKeys = Keys.with(oldSet.json(), oldHash);
    private final Keys newKeys = Keys.with(oldSet.json(), newHash);

    @Inject
    @All
    List<SealedColumns> rooms;

    @Inject
    Vertx vertx;

    private OwnDatabase database;

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = new OwnDatabase(vertx);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    private Node node(Keys keys) {
        return Node.with(keys, rooms, database.pool());
    }

    private Node encryptingWith(EncryptionKeys set) {
        return node(Keys.with(set.json(), oldHash));
    }

    private void refuses(Keys keys, String reason) {
        assertThatThrownBy(node(keys)::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The keys do not fit the database: ")
                .hasMessageContaining(reason);
    }

    @Test
    void storedValuesFollowThePrimaryKeyAndNoPhoneSeesIt() throws SQLException {
        Node old = encryptingWith(oldSet).start();
        UUID author = database.worker(old, PHONE);
        database.child(old, author, Families.boysNumber());
        List<String> versions = database.rows(VERSIONS);
        List<String> feed = database.rows(FEED);
        EncryptionKeys promoted = oldSet.withNewKey().withNewestPrimary();
        Node ahead = encryptingWith(promoted).start();

        int resealed = ahead.reseal();

        assertThat(resealed).isEqualTo(4);
        assertThat(database.rows(VERSIONS)).isEqualTo(versions);
        assertThat(database.rows(FEED)).hasSize(2).isEqualTo(feed);
        assertThat(ahead.reseal()).isZero();
        Node rest = encryptingWith(promoted.without(oldSet.keys().get(0).id()).orElseThrow());
        assertThat(rest.closed()).isEmpty();
    }

    @Test
    void aServerWithoutTheOldKeyStartsOnlyWhenItWasDropped() throws SQLException {
        Node old = encryptingWith(oldSet).start();
        database.worker(old, PHONE);
        EncryptionKeys promoted = oldSet.withNewKey().withNewestPrimary();
        EncryptionKeys rest = promoted.without(oldSet.keys().get(0).id()).orElseThrow();
        Node ahead = encryptingWith(promoted).start();
        ahead.reseal();
        refuses(Keys.with(rest.json(), oldHash), "SHOUWANG_KEYS_ENCRYPTION");

        ahead.check().reseal(database.pool()).await().atMost(Duration.ofSeconds(10));

        assertThat(encryptingWith(rest).start().closed()).isEmpty();
    }

    @Test
    void twoServersAtOnceDoTheWorkOnceAndAValueThatNobodyOpensStopsNothing() throws SQLException {
        Node old = encryptingWith(oldSet).start();
        for (int i = 0; i < 450; i++) {
            database.worker(old, "139" + (10_000_000 + i));
        }
        UUID broken = database.worker(old, "13900009999");
        database.update("update worker set phone_cipher = substring(phone_cipher from 1 for 20) where id = ?", broken);
        Keys promoted = Keys.with(oldSet.withNewKey().withNewestPrimary().json(), oldHash);

        List<Integer> resealed = Uni.join()
                .all(node(promoted).job().runOnce(), node(promoted).job().runOnce())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(60));

        assertThat(resealed.stream().mapToInt(Integer::intValue).sum()
                        + node(promoted).reseal())
                .isEqualTo(450);
        assertThat(node(promoted).closed()).containsExactly("worker.phone_cipher");
    }

    @Test
    void theHashKeyChangesInThreeStepsOfWhichNoneIsBegunTooEarly() throws SQLException {
        Node old = node(oldKeys).start();
        UUID author = database.worker(old, PHONE);
        database.child(old, author, Families.boysNumber());
        List<String> versions = database.rows(VERSIONS);
        refuses(newKeys, "left out");
        refuses(newKeys.previous(oldHash), "left out");

        Node filling = node(oldKeys.next(newHash)).start();
        refuses(newKeys.previous(oldHash), "2 hashes have not come along");
        filling.reseal();
        assertThat(filling.unfinished()).isZero();
        Node moving = node(newKeys.previous(oldHash)).start();
        refuses(oldKeys, "left out");
        refuses(newKeys, "2 hashes have not come along");
        moving.reseal();
        Node rest = node(newKeys).start();

        byte[] hash = rest.hashes().of(new PhoneNumber(PHONE));
        assertThat(database.rows("select phone_hash from worker"))
                .containsExactly("(\"\\\\x" + java.util.HexFormat.of().formatHex(hash) + "\")");
        assertThat(database.rows(VERSIONS)).isEqualTo(versions);
        refuses(oldKeys.next(newHash), "left out");
        String third = NewKeys.symmetric();
        Node again = node(newKeys.next(third)).start();
        assertThat(again.unfinished()).isEqualTo(2);
        again.reseal();
        assertThat(again.unfinished()).isZero();
    }

    @Test
    void aPhoneIsRegisteredOnceByServersOfTwoFollowingSteps() throws Exception {
        List<Node> steps =
                List.of(node(oldKeys), node(oldKeys.next(newHash)), node(newKeys.previous(oldHash)), node(newKeys));
        for (int step = 0; step + 1 < steps.size(); step++) {
            Node before = steps.get(step);
            Node after = steps.get(step + 1);
            for (int round = 0; round < 20; round++) {
                String phone = "13" + step + (11_110_000 + round);

                List<Integer> stored = Together.statuses(List.of(register(before, phone), register(after, phone)));

                assertThat(stored).containsExactlyInAnyOrder(0, 1);
            }
        }
    }

    private Callable<Integer> register(Node node, String phone) {
        return () -> {
            try (Connection connection = database.connect()) {
                OwnDatabase.worker(connection, node, phone);
                return 1;
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("23505");
                return 0;
            }
        };
    }

    @Test
    void wrongKeysNeverReachADatabaseThatHasValues() throws SQLException {
        Node right = node(oldKeys);
        database.worker(right, PHONE);
        refuses(Keys.fresh(), "worker.phone_cipher");
        assertThat(database.rows("select * from key_check")).isEmpty();
        right.start();

        refuses(Keys.with(NewKeys.encryption(), oldHash), "SHOUWANG_KEYS_ENCRYPTION");
        refuses(Keys.with(oldSet.json(), NewKeys.symmetric()), "hash keys");
        refuses(newKeys.previous(NewKeys.symmetric()), "left out");
        right.start();
    }

    @Test
    void aTextOfTheEarlierReleaseIsMovedOutOfTheClear() throws SQLException {
        Node node = node(oldKeys).start();
        UUID author = database.worker(node, PHONE);
        UUID child = database.child(node, author, Families.boysNumber());
        UUID visit = UUID.randomUUID();
        database.update("""
                with post as (insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                    values (gen_random_uuid(), ?, 'CHILDREN_DIRECTOR', 610304101200, '2026-01-01') returning id)
                insert into visit (id, household_id, area_code, recorded_area_code, visitor_appointment_id, method, purpose,
                    started_at, outcome, findings, received_at, request_hash, created_at, created_by, updated_at, updated_by)
                select ?, c.household_id, 610304101200, 610304101200, post.id, 'HOME', 'ROUTINE', now(), 'MET_CHILD', '奶奶患病',
                    now(), '\\x00', now(), ?, now(), ? from post, child c
                """, author, visit, author, author);
        database.update(
                "insert into visit_child (visit_id, child_id, area_code, met, injury_area) values (?, ?, 610304101200, true, '左膝')",
                visit,
                child);

        int moved = node.reseal();

        assertThat(moved).isEqualTo(2);
        assertThat(database.rows("select findings, version from visit")).containsExactly("(,0)");
        assertThat(database.rows("select injury_area, injury_cause_cipher from visit_child"))
                .containsExactly("(,)");
        assertThat(open(node, "select findings_cipher from visit", new Place("visit", "findings_cipher", visit)))
                .isEqualTo("奶奶患病");
        assertThat(open(
                        node,
                        "select injury_area_cipher from visit_child",
                        new Place("visit_child", "injury_area_cipher", visit + "/" + child)))
                .isEqualTo("左膝");
    }

    private String open(Node node, String sql, Place place) throws SQLException {
        String row = database.rows(sql).get(0);
        String hex = row.substring(row.indexOf('x') + 1, row.lastIndexOf('"'));
        return node.fields().decrypt(java.util.HexFormat.of().parseHex(hex), place);
    }
}
