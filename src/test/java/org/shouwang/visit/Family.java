package org.shouwang.visit;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.shouwang.register.child.RiskLevel;

/** A household with one member, made in the database: where its children live is up to the test. */
record Family(UUID household, UUID grandmother, long village, AgroalDataSource database) {

    private static final byte[] UNREAD = {1};

    static Family in(String village, AgroalDataSource database) {
        Family family = new Family(UUID.randomUUID(), UUID.randomUUID(), Long.parseLong(village), database);
        family.run("""
                insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet,
                    income_sources, aid_types, request_hash, created_at, created_by, updated_at, updated_by)
                select ?, ?, ?, '王秀英', ?, '一组', '{FARMING}', '{}', ?, now(), w.id, now(), w.id from worker w limit 1
                """, family.household, family.village, family.village, UNREAD, UNREAD);
        family.run("""
                insert into household_member (id, household_id, full_name, sex_code, vital_status, guardianship_ability)
                values (?, ?, '王秀英', '2', 'ALIVE', 'FULL')
                """, family.grandmother, family.household);
        return family;
    }

    UUID child(RiskLevel level) {
        return childLivingIn(Long.toString(village), level);
    }

    UUID childLivingIn(String home, RiskLevel level) {
        UUID id = UUID.randomUUID();
        long code = Long.parseLong(home);
        run("""
                insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date,
                    id_type, hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level,
                    file_status, last_verified_at, source, notice_given_at, notice_version, request_hash, created_at,
                    created_by, updated_at, updated_by)
                select ?, ?, ?, ?, '小宝', '1', date '2017-06-01', 'NONE', true, ?, true, 'AT_HOME', ?,
                    'ACTIVE', now(), 'VISIT', now(), '1', ?, now(), w.id, now(), w.id from worker w limit 1
                """, id, household, code, code, UNREAD, level.name(), UNREAD);
        return id;
    }

    /** What a query that counts answers. */
    long count(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bind(connection.prepareStatement(sql), arguments);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void run(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bind(connection.prepareStatement(sql), arguments)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
