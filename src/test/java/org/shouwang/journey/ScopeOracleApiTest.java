package org.shouwang.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Sql;

/**
 * Whom each role sees from 200 areas, found a second time by climbing the tree of the area file, with nothing of the
 * application's ranges. Lists, search and single reads must show the same children and households.
 */
@QuarkusTest
class ScopeOracleApiTest {

    private static final int AREAS = 200;
    private static final long SEED = 20261122;
    private static final long COUNTY = 610304000000L;

    /** A town that the development zone runs. */
    private static final long ZONE_TOWN = 610304102000L;

    private static final UUID POLICE = UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8));

    /** Who keeps or oversees children's files (roles-and-law 1.1); all others see no child anywhere. */
    private static final Set<RoleCode> SEE_CHILDREN = EnumSet.of(
            RoleCode.CHILDREN_DIRECTOR,
            RoleCode.WOMENS_CHAIR,
            RoleCode.TOWNSHIP_COORDINATOR,
            RoleCode.COUNTY_CIVIL_AFFAIRS);

    private static final Set<RoleCode> SEE_HOUSEHOLDS = EnumSet.copyOf(SEE_CHILDREN);

    static {
        SEE_HOUSEHOLDS.add(RoleCode.TOWNSHIP_WOMENS_CHAIR);
    }

    @Inject
    DataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    @TestHTTPResource("/api/v1")
    URI api;

    private final AreaTree tree = AreaTree.ofTheDemoDistrict();

    /** A name that the test's own children have and nobody else. */
    private final String name = "查核" + new String(Character.toChars(0x8000 + new Random().nextInt(0x1000)));

    private final Map<UUID, Long> childrenAt = new LinkedHashMap<>();
    private final Map<UUID, Long> householdsAt = new LinkedHashMap<>();
    private final Set<Long> hosted = new TreeSet<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private RoleWorkers workers;

    @BeforeEach
    void hostedPlacesAndAFamilyInEachVillage() throws SQLException {
        workers = new RoleWorkers(database, hashes, cipher);
        List<Long> towns = tree.of("TOWNSHIP").stream()
                .filter(town -> !tree.isHosted(town))
                .toList();
        List<Long> inside = tree.below(towns.get(2));
        host(towns.get(2), towns.get(0));
        host(inside.get(0), COUNTY);
        host(inside.get(1), towns.get(1));
        host(tree.below(towns.get(0)).get(0), towns.get(3));
        host(tree.below(ZONE_TOWN).get(0), towns.get(3));
        host(tree.below(towns.get(4)).get(0), ZONE_TOWN);
        host(tree.below(towns.get(5)).get(0), AreaTree.ZONE);
        tree.seat(POLICE, COUNTY);
        host(tree.below(towns.get(5)).get(1), POLICE);
        for (long village : tree.of("VILLAGE")) {
            family(village);
        }
    }

    private void host(long area, Object host) throws SQLException {
        hosted.add(area);
        tree.host(area, host);
        String column = host instanceof UUID ? "administered_by_organisation_id" : "administered_by_area_code";
        Sql.update(database, "update area set " + column + " = ? where code = ?", host, area);
    }

    private void family(long village) throws SQLException {
        UUID household = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        Sql.update(
                database,
                """
                insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet,
                    income_sources, aid_types, request_hash, created_at, created_by, updated_at, updated_by)
                values (?, ?, ?, ?, ?, '一组', '{FARMING}', '{}', '', now(), ?, now(), ?)
                """,
                household,
                village,
                village,
                name,
                cipher.encrypt("一组 1 号", new Place("household", "address_cipher", household)),
                workers.of(RoleCode.CHILDREN_DIRECTOR).id(),
                workers.of(RoleCode.CHILDREN_DIRECTOR).id());
        Sql.update(
                database,
                """
                insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date,
                    id_type, hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level,
                    file_status, last_verified_at, source, notice_given_at, notice_version, request_hash, created_at,
                    created_by, updated_at, updated_by)
                values (?, ?, ?, ?, ?, '1', date '2017-06-01', 'NONE', true, ?, true, 'AT_HOME', 'LOW',
                    'ACTIVE', now(), 'VISIT', now(), '1', '', now(), ?, now(), ?)
                """,
                child,
                household,
                village,
                village,
                name,
                cipher.encrypt("一组 1 号", new Place("child", "residence_address_cipher", child)),
                workers.of(RoleCode.CHILDREN_DIRECTOR).id(),
                workers.of(RoleCode.CHILDREN_DIRECTOR).id());
        householdsAt.put(household, village);
        childrenAt.put(child, village);
    }

    @AfterEach
    void asBefore() throws SQLException {
        for (long area : hosted) {
            Sql.update(
                    database,
                    "update area set administered_by_area_code = null, administered_by_organisation_id = null where code = ?",
                    area);
        }
        Sql.update(database, "delete from child where full_name = ?", name);
        Sql.update(database, "delete from household where head_name = ?", name);
        workers.dismiss();
    }

    @Test
    void everyRoleSeesFromEveryAreaWhomTheTreeSays() throws Exception {
        List<Long> areas = new ArrayList<>(tree.all());
        Collections.shuffle(areas, new Random(SEED));
        for (long area : areas.subList(0, AREAS)) {
            workers.appointAll(area);
            compare("from " + area, village -> tree.isRun(village, area));
        }
        workers.appointAll(AreaTree.ZONE);
        compare("from the zone", village -> tree.isRun(village, AreaTree.ZONE));
        workers.appointAll(POLICE);
        compare("from the police", village -> tree.isRun(village, POLICE));

        assertThat(wrong).isEmpty();
    }

    private void compare(String from, Predicate<Long> reached) {
        Stream.of(RoleCode.values()).parallel().forEach(role -> {
            Set<UUID> children = expected(childrenAt, SEE_CHILDREN.contains(role), reached);
            Set<UUID> households = expected(householdsAt, SEE_HOUSEHOLDS.contains(role), reached);
            OracleReader reader = new OracleReader(api, workers.of(role).token());
            String who = role + " " + from;
            differ(who + ", list", children, reader.list("/children", childrenAt.keySet()));
            if (SEE_HOUSEHOLDS.contains(role)) {
                differ(who + ", households", households, reader.list("/households", householdsAt.keySet()));
            }
            if (SEE_CHILDREN.contains(role)) {
                differ(who + ", search", children, reader.search(name));
                UUID sample = sample(from + role);
                differ(who + ", read", children.contains(sample), reader.reads("/children/" + sample));
                children.stream()
                        .findFirst()
                        .ifPresent(seen -> differ(who + ", read", true, reader.reads("/children/" + seen)));
            }
        });
    }

    /** Some child of the district, the same in every run. */
    private UUID sample(String what) {
        List<UUID> all = List.copyOf(childrenAt.keySet());
        return all.get(Math.floorMod(what.hashCode(), all.size()));
    }

    private static Set<UUID> expected(Map<UUID, Long> places, boolean readsAny, Predicate<Long> reached) {
        return places.entrySet().stream()
                .filter(place -> readsAny && reached.test(place.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void differ(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": expected " + expected + ", found " + found);
        }
    }
}
