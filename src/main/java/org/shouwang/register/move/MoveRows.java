package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.register.move.MoveRow.Person;
import org.shouwang.register.move.MoveRow.Told;

/** Moves as they are shown, read on the reactive client. */
@Singleton
class MoveRows {

    private static final String COLUMNS = """
            select m.*, l.reminded_at, l.coordinator_told_at, l.county_told_at, p.ids, p.names, p.homes, p.births, p.levels
            """;

    private static final String WITH_PEOPLE = """
            left join move_ladder l on l.move_id = m.id
            cross join lateral (
                select array_agg(c.id order by c.id) as ids, array_agg(c.full_name order by c.id) as names,
                       array_agg(c.area_code order by c.id) as homes, array_agg(c.birth_date order by c.id) as births,
                       array_agg(c.risk_level order by c.id) as levels
                from move_child mc join child c on c.id = mc.child_id
                where mc.move_id = m.id and (mc.open or m.state not in ('PROPOSED', 'REQUESTED'))) p
            """;

    private static final String BY_IDS = COLUMNS + "from child_move m " + WITH_PEOPLE + "where m.id = any($1)";

    private static final String IN_SCOPE =
            """
            with scope as (select * from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)),
            seen as (
                select m.id from scope join child_move m on m.area_code >= lower and m.area_code < upper
                union
                select m.id from scope join child_move m on m.to_area_code >= lower and m.to_area_code < upper)
            """ + COLUMNS + "from seen join child_move m on m.id = seen.id " + WITH_PEOPLE + """
            where ($3::timestamptz is null or (m.created_at, m.id) < ($3, $4))
              and ($5::text is null or m.state = $5)
              and ($6::boolean is null or m.state in ('PROPOSED', 'REQUESTED') and l.county_told_at is not null)
            order by m.created_at desc, m.id desc
            limit $7
            """;

    private final MoveSealed sealed;

    MoveRows(MoveSealed sealed) {
        this.sealed = sealed;
    }

    Uni<Optional<MoveRow>> one(SqlClient client, UUID id) {
        return closed(client, List.of(id))
                .map(found -> found.stream().map(Closed::opened).findFirst());
    }

    /** A move whose address is closed yet. */
    record Closed(UUID id, Supplier<MoveRow> row) {

        MoveRow opened() {
            return row.get();
        }
    }

    Uni<List<Closed>> closed(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(BY_IDS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(row -> new Closed(row.getUUID("id"), () -> row(row)))
                        .toList());
    }

    /** The moves from and to a scope, newest first. */
    Uni<List<MoveRow>> inScope(SqlClient client, AreaRanges scope, MoveQuery query) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper())
                .addValue(query.afterMoment())
                .addValue(query.afterId())
                .addString(query.state())
                .addBoolean(query.unanswered())
                .addInteger(query.rows());
        return client.preparedQuery(IN_SCOPE).execute(arguments).map(this::rows);
    }

    private List<MoveRow> rows(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).map(this::row).toList();
    }

    private MoveRow row(Row row) {
        UUID id = row.getUUID("id");
        Buffer address = row.getBuffer("address_cipher");
        Long to = row.getLong("to_area_code");
        return new MoveRow(
                id,
                row.getInteger("version"),
                MoveState.valueOf(row.getString("state")),
                new AreaCode(row.getLong("area_code")),
                to == null ? null : new AreaCode(to),
                Side.valueOf(row.getString("asked_side")),
                row.getBoolean("whole_household"),
                people(row),
                row.getUUID("household_id"),
                row.getUUID("to_household_id"),
                sealed.open(MoveSealed.ADDRESS, id, address == null ? null : address.getBytes())
                        .orElse(null),
                row.getString("hamlet"),
                row.getString("reason"),
                row.getUUID("requester_appointment_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getUUID("source_visit_id"),
                row.getString("answer_reason"),
                moment(row, "answered_at"),
                new Told(
                        moment(row, "reminded_at"), moment(row, "coordinator_told_at"), moment(row, "county_told_at")));
    }

    private static List<Person> people(Row row) {
        UUID[] ids = row.getArrayOfUUIDs("ids");
        String[] names = row.getArrayOfStrings("names");
        Long[] homes = row.getArrayOfLongs("homes");
        @Nullable LocalDate[] births = row.getArrayOfLocalDates("births");
        @Nullable String[] levels = row.getArrayOfStrings("levels");
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Person(
                        ids[i],
                        names[i],
                        new AreaCode(homes[i]),
                        births[i],
                        Optional.ofNullable(levels[i]).map(RiskLevel::valueOf).orElse(null)))
                .toList();
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
