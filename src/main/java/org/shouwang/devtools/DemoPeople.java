package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

    /** 千河, 磻溪, 天王 and 钓渭 are run by a development zone. */
    private static final long[] HOSTED = {610304102000L, 610304103000L, 610304104000L, 610304116000L};

    private static final LocalDate APPOINTED = LocalDate.of(2026, 1, 4);
    private static final int VACANT_EVERY = 17;
    private static final int BOTH_POSTS_EVERY = 3;
    private static final long FIRST_PHONE = 13800000001L;

    private final FieldCipher cipher;
    private final KeyedHash hash;

    DemoPeople(FieldCipher cipher, KeyedHash hash) {
        this.cipher = cipher;
        this.hash = hash;
    }

    void load(Connection connection, Random random) throws SQLException {
        organisations(connection);
        String password = BcryptUtil.bcryptHash(DemoDistrict.PASSWORD);
        for (DemoAccount person : people(connection)) {
            insert(connection, person, password, random);
        }
    }

    private static void organisations(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into organisation (id, name, kind, area_code) values (?, ?, ?, 610304000000)");
                PreparedStatement host = connection.prepareStatement(
                        "update area set administered_by_organisation_id = ? where code = ?")) {
            for (DemoOrganisation organisation : DemoOrganisation.values()) {
                insert.setObject(1, organisation.id());
                insert.setString(2, organisation.title);
                insert.setString(3, organisation.kind);
                insert.addBatch();
            }
            insert.executeBatch();
            for (long town : HOSTED) {
                host.setObject(1, DemoOrganisation.DEVELOPMENT_ZONE.id());
                host.setLong(2, town);
                host.addBatch();
            }
            host.executeBatch();
        }
    }

    private static List<DemoAccount> people(Connection connection) throws SQLException {
        List<DemoAccount> people = new ArrayList<>(DemoAccount.FIXED);
        long phone = FIRST_PHONE;
        for (long town : areas(connection, "TOWNSHIP")) {
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

    private void insert(Connection connection, DemoAccount person, String password, Random random) throws SQLException {
        UUID workerId = person.workerId();
        boolean woman = random.nextInt(4) > 0;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, password_hash)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            PhoneNumber phone = PhoneNumber.parse(person.phone()).orElseThrow();
            insert.setObject(1, workerId);
            insert.setString(2, DemoNames.surname(random) + DemoNames.given(woman, random));
            insert.setString(3, woman ? "2" : "1");
            insert.setBytes(4, cipher.encrypt(phone.value(), new FieldCipher.Place("worker", "phone", workerId)));
            insert.setBytes(5, hash.of(phone));
            insert.setString(6, password);
            insert.executeUpdate();
        }
        for (RoleCode role : person.roles()) {
            appoint(connection, workerId, role, person);
        }
    }

    private static void appoint(Connection connection, UUID workerId, RoleCode role, DemoAccount person)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into appointment (id, worker_id, role_code, area_code, organisation_id, appointed_on)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, person.appointmentId(role));
            insert.setObject(2, workerId);
            insert.setString(3, role.name());
            insert.setObject(4, person.area(), Types.BIGINT);
            insert.setObject(5, person.organisation(), Types.OTHER);
            insert.setDate(6, Date.valueOf(APPOINTED));
            insert.executeUpdate();
        }
    }
}
