package org.shouwang.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.RequestId;

/** Writes the trail of changes for units of work on the reactive client, in one statement however many there are. */
@Singleton
public class TrailRows {

    private static final String CHANGED = """
            insert into audit (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id, area_code,
                               request_id)
            select s.id, $1, $2, $3, $4, $5, s.type, s.subject, s.area, $6
            from unnest($7::uuid[], $8::text[], $9::uuid[], $10::bigint[]) as s(id, type, subject, area)
            """;

    private static final String BY_OPERATOR = """
            insert into audit (id, at, action, subject_type, subject_id, area_code) values ($1, $2, $3, $4, $5, $6)
            """;

    private static final String CHANGED_BY_IMPORT = """
            insert into audit (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id, area_code,
                               request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint), cast(? as text))
            """;

    private final Clock clock;

    TrailRows(Clock clock) {
        this.clock = clock;
    }

    /**
     * The same change of several subjects, in the transaction of {@code client}.
     *
     * @param acting the post under which it was done; null for somebody's own business, a password for example
     */
    public Uni<Void> changed(
            SqlClient client, UUID workerId, @Nullable Post acting, String action, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        @Nullable Long[] areas = subjects.stream().map(Subject::areaValue).toArray(Long[]::new);
        Tuple row = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), workerId)
                .addUUID(acting == null ? null : acting.appointmentId())
                .addString(acting == null ? null : acting.role().name())
                .addString(action)
                .addString(RequestId.current())
                .addArrayOfUUID(subjects.stream().map(subject -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfString(subjects.stream().map(Subject::type).toArray(String[]::new))
                .addArrayOfUUID(subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .addArrayOfLong(areas);
        return client.preparedQuery(CHANGED).execute(row).replaceWithVoid();
    }

    /** A change that an operator made with a command: there is no worker, and no post to act under. */
    public Uni<Void> byOperator(SqlClient client, String action, Subject subject) {
        Tuple row = Tuple.of(Ids.next(), clock.instant().atOffset(ZoneOffset.UTC), action)
                .addString(subject.type())
                .addUUID(subject.id())
                .addLong(subject.areaValue());
        return client.preparedQuery(BY_OPERATOR).execute(row).replaceWithVoid();
    }

    /** A change of one subject, in the transaction of a mass import; blocks. */
    public void changed(Connection transaction, UUID workerId, Post acting, String action, Subject subject)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(CHANGED_BY_IMPORT)) {
            Object[] row = {
                Ids.next(),
                clock.instant().atOffset(ZoneOffset.UTC),
                workerId,
                acting.appointmentId(),
                acting.role().name(),
                action,
                subject.type(),
                subject.id(),
                subject.areaValue(),
                RequestId.current()
            };
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.executeUpdate();
        }
    }
}
