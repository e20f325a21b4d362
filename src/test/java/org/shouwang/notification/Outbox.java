package org.shouwang.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.shouwang.platform.Ids;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;

/** Looks at and prepares the tables behind the inbox, past the application. */
@Singleton
class Outbox {

    private final DataSource database;

    Outbox(DataSource database) {
        this.database = database;
    }

    /** A worker as notices name them. */
    record Addressee(UUID workerId, long number, UUID appointmentId) {}

    /** One delivery's row. */
    record Row(String state, int attempts, Instant nextAttemptAt, String error, boolean leased, boolean sent) {}

    Addressee addressee(Accounts account) {
        String path = "/api/v1/me";
        var me = account.request().get(path).then().statusCode(200).extract();
        UUID worker = UUID.fromString(me.path("worker.id"));
        long number = (Long) value("select number from worker where id = ?", worker);
        return new Addressee(worker, number, UUID.fromString(me.path("appointments[0].id")));
    }

    /** Runs the work in a session and transaction, as a use case does. */
    static void inTransaction(Supplier<Uni<Void>> work) {
        Awaited.result(() -> Panache.withTransaction(work));
    }

    void clear() {
        execute("delete from delivery");
        execute("delete from push_round");
        execute("update device set revoked_at = now() where revoked_at is null");
    }

    /** An inbox row of its own, of a kind of record that no room knows, and its delivery to the device. */
    UUID delivery(Addressee to, UUID device, boolean urgent, Instant createdAt) {
        UUID id = Ids.next();
        execute("""
                insert into notification (id, worker_id, appointment_id, event, occurrence, urgent, subject_type, subject_id,
                                          created_at)
                values (?, ?, ?, 'task-assigned', ?, ?, 'record', ?, ?)
                """, id, to.workerId(), to.appointmentId(), id.toString(), urgent, id, Timestamp.from(createdAt));
        execute("""
                insert into delivery (notification_id, device_id, channel, platform, created_at, state, gathered,
                                      next_attempt_at)
                select ?, id, channel, platform, ?, 'PENDING', ?, ? from device where id = ?
                """, id, Timestamp.from(createdAt), !urgent, Timestamp.from(createdAt), device);
        return id;
    }

    Row row(UUID notificationId) {
        Map<String, Object> row = one("select * from delivery where notification_id = ?", notificationId);
        return new Row(
                (String) row.get("state"),
                (Integer) row.get("attempts"),
                ((Timestamp) row.get("next_attempt_at")).toInstant(),
                String.valueOf(row.get("error")),
                row.get("leased_until") != null,
                row.get("sent_at") != null);
    }

    long count(String sql, Object... arguments) {
        return (Long) value("select count(*) from " + sql, arguments);
    }

    Object value(String sql, Object... arguments) {
        return one(sql, arguments).values().iterator().next();
    }

    void execute(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, arguments)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    Map<String, Object> one(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + sql);
            }
            Map<String, Object> row = new HashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
            }
            return row;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
