package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;

/** Organisations, hosted towns, and the workers of every village and town. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoPeople {

    /** Everybody knows the password of these people: hashing it dearly would only slow those who develop. */
    private static final int LITTLE_WORK = 4;

    /** 千河, 磻溪, 天王 and 钓渭 are run by a development zone. */
    private static final List<Long> HOSTED = List.of(610304102000L, 610304103000L, 610304104000L, 610304116000L);

    private static final long DISTRICT = 610304000000L;

    private static final LocalDate APPOINTED = LocalDate.of(2026, 1, 4);
    private static final int VACANT_EVERY = 17;
    private static final int BOTH_POSTS_EVERY = 3;
    private static final long FIRST_PHONE = 13800000001L;
    private static final long FIRST_LIAISON = 13600000001L;
    private static final long LIAISONS_SEED = 20_26;

    private final FieldCipher cipher;
    private final KeyedHash hash;

    DemoPeople(FieldCipher cipher, KeyedHash hash) {
        this.cipher = cipher;
        this.hash = hash;
    }

    /** Answers everybody, the fixed accounts first. */
    List<DemoAccount> load(Connection connection, Random random) throws SQLException {
        List<Long> towns = areas(connection, "TOWNSHIP");
        organisations(connection, towns);
        List<DemoAccount> everybody = people(connection, towns);
        workers(connection, everybody, random);
        List<DemoAccount> liaisons = liaisons(towns);
        workers(connection, liaisons, new Random(LIAISONS_SEED));
        everybody.addAll(liaisons);
        appointments(connection, everybody);
        return everybody;
    }

    private static List<DemoAccount> liaisons(List<Long> towns) {
        List<DemoAccount> liaisons = new ArrayList<>(DemoAccount.LIAISONS);
        long phone = FIRST_LIAISON;
        for (long town : towns) {
            UUID committee = DemoOrganisation.committeeOf(town);
            if (DemoAccount.LIAISONS.stream().noneMatch(liaison -> committee.equals(liaison.organisation()))) {
                liaisons.add(DemoAccount.liaisonOf(town, Long.toString(phone++)));
            }
        }
        return liaisons;
    }

    private static void organisations(Connection connection, List<Long> towns) throws SQLException {
        try (DemoBatch rows = new DemoBatch(connection, "organisation", "id", "name", "kind", "area_code");
                PreparedStatement host = connection.prepareStatement(
                        "update area set administered_by_organisation_id = ? where code = any (?)")) {
            for (DemoOrganisation organisation : DemoOrganisation.values()) {
                rows.add(organisation.id(), organisation.title, organisation.kind, DISTRICT);
            }
            for (long town : towns) {
                rows.add(
                        DemoOrganisation.committeeOf(town),
                        nameOf(connection, town) + "妇女儿童工作委员会",
                        "TOWNSHIP_COMMITTEE",
                        town);
            }
            rows.insert();
            host.setObject(1, DemoOrganisation.DEVELOPMENT_ZONE.id());
            host.setArray(2, connection.createArrayOf("bigint", HOSTED.toArray()));
            host.executeUpdate();
        }
    }

    private static List<DemoAccount> people(Connection connection, List<Long> towns) throws SQLException {
        List<DemoAccount> people = new ArrayList<>(DemoAccount.FIXED);
        long phone = FIRST_PHONE;
        for (long town : towns) {
            if (!isTaken(town, RoleCode.TOWNSHIP_COORDINATOR)) {
                people.add(DemoAccount.in(town, Long.toString(phone++), RoleCode.TOWNSHIP_COORDINATOR));
            }
        }
        List<Long> villages = areas(connection, "VILLAGE");
        for (int i = 0; i < villages.size(); i++) {
            long village = villages.get(i);
            boolean vacant = i % VACANT_EVERY == VACANT_EVERY - 1;
            if (!vacant && !isTaken(village, RoleCode.CHILDREN_DIRECTOR)) {
                RoleCode[] roles = i % BOTH_POSTS_EVERY == 0
                        ? new RoleCode[] {RoleCode.CHILDREN_DIRECTOR, RoleCode.WOMENS_CHAIR}
                        : new RoleCode[] {RoleCode.CHILDREN_DIRECTOR};
                people.add(DemoAccount.in(village, Long.toString(phone++), roles));
            }
        }
        return people;
    }

    private static String nameOf(Connection connection, long area) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select name from area where code = ?")) {
            query.setLong(1, area);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static boolean isTaken(long area, RoleCode role) {
        return DemoAccount.FIXED.stream().anyMatch(account -> account.holds(area, role));
    }

    private static List<Long> areas(Connection connection, String level) throws SQLException {
        List<Long> codes = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select code from area where level = ? order by code")) {
            query.setString(1, level);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getLong(1));
                }
            }
        }
        return codes;
    }

    private void workers(Connection connection, List<DemoAccount> everybody, Random random) throws SQLException {
        String password = BcryptUtil.bcryptHash(DemoDistrict.PASSWORD, LITTLE_WORK);
        try (DemoBatch rows = new DemoBatch(
                connection, "worker", "id", "full_name", "sex_code", "phone_cipher", "phone_hash", "password_hash")) {
            for (DemoAccount person : everybody) {
                PhoneNumber phone = PhoneNumber.parse(person.phone()).orElseThrow();
                boolean woman = random.nextInt(4) > 0;
                rows.add(
                        person.workerId(),
                        DemoNames.surname(random) + DemoNames.given(woman, random),
                        woman ? "2" : "1",
                        cipher.encrypt(phone.value(), new FieldCipher.Place("worker", "phone", person.workerId())),
                        hash.of(phone),
                        password);
            }
            rows.insert();
        }
    }

    private static void appointments(Connection connection, List<DemoAccount> everybody) throws SQLException {
        try (DemoBatch rows = new DemoBatch(
                connection,
                "appointment",
                "id",
                "worker_id",
                "role_code",
                "area_code",
                "organisation_id",
                "appointed_on")) {
            for (DemoAccount person : everybody) {
                for (RoleCode role : person.roles()) {
                    rows.add(
                            person.appointmentId(role),
                            person.workerId(),
                            role.name(),
                            person.area(),
                            person.organisation(),
                            APPOINTED);
                }
            }
            rows.insert();
        }
    }
}
