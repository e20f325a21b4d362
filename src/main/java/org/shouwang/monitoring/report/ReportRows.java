package org.shouwang.monitoring.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** Reports, handed in and owed, on the reactive client. */
@Singleton
class ReportRows {

    /** By responsibility_unit. */
    private static final String OWES = """
            select exists (select from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                           join responsibility l on l.unit_id = $4 and l.year = $3 and l.area_code >= s.lower and l.area_code < s.upper
                           where l.role = 'LEAD' and l.withdrawn_at is null) as owes
            """;

    /** The earliest first. */
    private static final String FILES = """
            select file_id from report_submission where period_id = $1 and unit_id = $2 order by report_version
            """;

    private static final String IS_USED = "select exists (select from report_submission where file_id = $1) as used";

    private static final String INSERT = """
            insert into report_submission (period_id, unit_id, report_version, file_id, submitted_at, submitted_by, appointment_id)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String SELECT = """
            select o.id as unit_id, o.name as unit_name, s.report_version, s.file_id, s.submitted_at
            from organisation o
            left join lateral (
                select n.report_version, n.file_id, n.submitted_at from report_submission n
                where n.period_id = $1 and n.unit_id = o.id
                order by n.report_version desc
                limit 1) s on true
            """;

    private static final String ONE = SELECT + "where o.id = $2";

    /** Who leads in the period by responsibility_area, and who has handed in by the key; of areas of offices and own units. */
    private static final String LIST = SELECT + """
            where o.id in (
                select l.unit_id from unnest($2::bigint[], $3::bigint[]) as p(lower, upper)
                join responsibility l on l.year = $4 and l.area_code >= p.lower and l.area_code < p.upper
                where l.role = 'LEAD' and l.withdrawn_at is null
                union
                select unit_id from report_submission where period_id = $1)
              and (o.id = any($7)
                   or exists (select from unnest($5::bigint[], $6::bigint[]) as r(lower, upper)
                              where o.area_code >= r.lower and o.area_code < r.upper))
              and o.id > $8
            order by o.id
            limit $9
            """;

    private final Clock clock;

    ReportRows(Clock clock) {
        this.clock = clock;
    }

    /** Whether the unit leads for anything in the area and year of the period. */
    Uni<Boolean> owes(SqlClient client, CollectionPeriod period, UUID unit) {
        AreaRanges areas = period.areas();
        return client.preparedQuery(OWES)
                .execute(Tuple.of(areas.lower(), areas.upper(), period.year(), unit))
                .map(rows -> rows.iterator().next().getBoolean("owes"));
    }

    Uni<List<UUID>> files(SqlClient client, UUID period, UUID unit) {
        return client.preparedQuery(FILES).execute(Tuple.of(period, unit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("file_id"))
                .toList());
    }

    /** Whether a document is the report of a period already. */
    Uni<Boolean> isUsed(SqlClient transaction, UUID file) {
        return transaction.preparedQuery(IS_USED).execute(Tuple.of(file)).map(rows -> rows.iterator()
                .next()
                .getBoolean("used"));
    }

    Uni<Void> insert(SqlClient transaction, UUID period, UUID unit, int version, UUID file, Caller caller, Post post) {
        Tuple row = Tuple.of(period, unit, version, file)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId())
                .addUUID(post.appointmentId());
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** With its documents; empty where there is no such unit. */
    Uni<Optional<ReportView>> one(SqlClient client, UUID period, UUID unit) {
        return files(client, period, unit).chain(files -> client.preparedQuery(ONE)
                .execute(Tuple.of(period, unit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> view(row, period, files))
                        .findFirst()));
    }

    Uni<List<ReportView>> list(SqlClient client, CollectionPeriod period, Sight sight, UUID after, int limit) {
        Tuple arguments = Tuple.of(
                        period.id(), period.areas().lower(), period.areas().upper(), period.year())
                .addValue(sight.areas().lower())
                .addValue(sight.areas().upper())
                .addArrayOfUUID(sight.unitIds())
                .addUUID(after)
                .addInteger(limit);
        return client.preparedQuery(LIST).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> view(row, period.id(), null))
                .toList());
    }

    private static ReportView view(Row row, UUID period, @Nullable List<UUID> files) {
        Integer version = row.getInteger("report_version");
        return new ReportView(
                period,
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                version == null ? 0 : version,
                row.getUUID("file_id"),
                Receiver.ALL,
                version == null ? null : row.getOffsetDateTime("submitted_at").toInstant(),
                files);
    }
}
