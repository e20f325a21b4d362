package org.shouwang.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.policy.StandingCalendars.Stored;
import org.shouwang.staff.AreasAbove;
import org.shouwang.staff.AreasAbove.Extent;
import org.shouwang.staff.AreasAboveRows;

/** Reads all that is decided by area: some thousands of rows at most. */
@Singleton
class RulebookRows {

    private static final String STAMP = "select number from rules_stamp";

    private static final String VERSIONS = """
            select p.id, p.area_code, a.code_end, a.level in ('PROVINCE', 'CITY') as above_counties, p.name, p.document_number,
                   p.valid_from, p.matrix::text as matrix, p.created_at, p.withdrawal_id, p.withdrawn_at,
                   p.withdrawal_reason, p.version
            from follow_up_policy p join area a on a.code = p.area_code
            """;

    private static final String DAYS = """
            select d.area_code, a.code_end, a.level in ('PROVINCE', 'CITY') as above_counties, d.day, d.working, d.name
            from work_calendar_day d left join area a on a.code = d.area_code
            """;

    private final AreasAboveRows areas;
    private final ObjectMapper json;
    private final Pool pool;

    RulebookRows(AreasAboveRows areas, ObjectMapper json, Pool pool) {
        this.areas = areas;
        this.json = json;
        this.pool = pool;
    }

    /** Raised in the transaction of every change. */
    Uni<Long> stamp() {
        return pool.query(STAMP).execute().map(rows -> rows.iterator().next().getLong("number"));
    }

    /** The stamp was read before: what is changed meanwhile is in the book, and the book is read once more. */
    Uni<Rulebook> read(long stamp) {
        return areas.load(pool).chain(tree -> pool.query(VERSIONS)
                .execute()
                .map(rows -> StandingPolicies.of(tree, all(rows, this::version)))
                .chain(policies -> pool.query(DAYS)
                        .execute()
                        .map(rows -> book(stamp, tree, policies, all(rows, RulebookRows::day)))));
    }

    private static Rulebook book(long stamp, AreasAbove tree, StandingPolicies policies, List<Stored> days) {
        return new Rulebook(stamp, policies, StandingCalendars.of(tree, days));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false).map(reader).toList();
    }

    private PolicyVersion version(Row row) {
        return new PolicyVersion(
                row.getUUID("id"),
                extent(row),
                row.getString("name"),
                row.getString("document_number"),
                row.getLocalDate("valid_from"),
                policy(row.getString("matrix")),
                row.getOffsetDateTime("created_at").toInstant(),
                withdrawal(row),
                row.getInteger("version"));
    }

    private static PolicyVersion.@Nullable Withdrawal withdrawal(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("withdrawn_at");
        return at == null
                ? null
                : new PolicyVersion.Withdrawal(
                        row.getUUID("withdrawal_id"), at.toInstant(), row.getString("withdrawal_reason"));
    }

    private FollowUpPolicy policy(String matrix) {
        try {
            return json.readValue(matrix, FollowUpPolicy.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a version of a follow-up policy cannot be read", e);
        }
    }

    private static Stored day(Row row) {
        return new Stored(
                row.getLong("area_code") == null ? null : extent(row),
                new CalendarDay(row.getLocalDate("day"), row.getBoolean("working"), row.getString("name")));
    }

    private static Extent extent(Row row) {
        return new Extent(
                new AreaCode(Objects.requireNonNull(row.getLong("area_code"))),
                row.getLong("code_end"),
                row.getBoolean("above_counties"));
    }
}
