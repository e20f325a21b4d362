package org.shouwang.task;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;

/** Families of one village, made in the database, and looks into it. */
public record Village(String code, AgroalDataSource database) {

    private static final byte[] UNREAD = {1};

    public UUID household() {
        UUID id = UUID.randomUUID();
        run("""
                insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet,
                    income_sources, aid_types, request_hash, created_at, created_by, updated_at, updated_by)
                select ?, ?, ?, '王秀英', ?, '一组', '{FARMING}', '{}', ?, now(), w.id, now(), w.id from worker w limit 1
                """, id, area(), area(), UNREAD, UNREAD);
        return id;
    }

    public UUID child(UUID household, String name, RiskLevel level) {
        return child(household, name, level, "ACTIVE");
    }

    /** A file that lacks something, perhaps the level. */
    UUID draft(UUID household, String name, @Nullable RiskLevel level) {
        return child(household, name, level, "DRAFT");
    }

    private UUID child(UUID household, String name, @Nullable RiskLevel level, String status) {
        UUID id = UUID.randomUUID();
        run("""
                insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date,
                    id_type, hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level,
                    file_status, last_verified_at, source, notice_given_at, notice_version, request_hash, created_at,
                    created_by, updated_at, updated_by)
                select ?, ?, ?, ?, ?, '1', date '2017-06-01', 'NONE', true, ?, true, 'AT_HOME', ?,
                    ?, now(), 'VISIT', now(), '1', ?, now(), w.id, now(), w.id from worker w limit 1
                """, id, household, area(), area(), name, UNREAD, level == null ? null : level.name(), status, UNREAD);
        return id;
    }

    public UUID child(RiskLevel level) {
        return child(household(), "郑小宝", level);
    }

    /** The inbox rows about a task, as {@code event/phone's worker}. */
    List<String> told(UUID task) {
        return texts("""
                select n.event || ' ' || a.role_code
                from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? order by 1
                """, task);
    }

    /** How many tasks have this id. */
    long stored(UUID task) {
        return count("select count(*) from task where id = ?", task);
    }

    public long count(String sql, Object... arguments) {
        return Long.parseLong(texts(sql, arguments).get(0));
    }

    public List<String> texts(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bind(connection.prepareStatement(sql), arguments);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void run(String sql, @Nullable Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bind(connection.prepareStatement(sql), arguments)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long area() {
        return Long.parseLong(code);
    }

    private static PreparedStatement bind(PreparedStatement statement, @Nullable Object... arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
