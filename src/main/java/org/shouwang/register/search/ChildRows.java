package org.shouwang.register.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.Position;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;
import org.shouwang.register.SexCode;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.FileStatus;
import org.shouwang.register.child.IdentityDocument;
import org.shouwang.register.child.LivingStatus;
import org.shouwang.register.child.RiskLevel;

/** Lists of children, straight from the reactive client. Categories of class R are in the rows: the caller filters them. */
@Singleton
class ChildRows {

    private static final String IN_SCOPE = """
            select c.id, c.version, c.full_name, c.sex_code, c.birth_date, c.birth_year, c.id_number_cipher, c.area_code,
                   c.hamlet, c.household_id, c.living_status, c.risk_level, c.file_status, c.responsible_appointment_id,
                   c.duplicate_of is not null as duplicate,
                   coalesce(today.codes, '{}') as categories
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join child c on c.area_code >= r.lower and c.area_code < r.upper
            left join lateral (
                select array_agg(distinct g.category_code order by g.category_code) as codes
                from child_category g
                where g.child_id = c.id and g.start_date <= $6 and (g.end_date is null or g.end_date > $6)
                  and c.file_status not in ('CLOSED', 'TRANSFERRED') and g.status not in ('REJECTED', 'ENDED')) today on true
            where (c.area_code, c.id) > ($3, $4)
            """;

    private static final String IN_ORDER = "order by c.area_code, c.id limit $5";

    private static final String OF_SCOPE = IN_SCOPE + """
            and ($7::text is null or $7 = any (today.codes))
            and ($8::text is null or c.risk_level = $8)
            """ + IN_ORDER;

    /** Those that {@link NameSearch} found. */
    private static final String NAMED = IN_SCOPE + "and c.id = any ($7::uuid[]) " + IN_ORDER;

    /** The files of the number first, by its two indexes, then whether they lie in the scope. */
    private static final String NUMBERED = IN_SCOPE + """
            and c.id = any (array(
                select id from child where id_number_hash = any ($7::bytea[])
                union
                select id from child where id_number_hash_next = any ($7::bytea[])))
            """ + IN_ORDER;

    private final NameSearch names;
    private final SealedFields sealed;
    private final Clock clock;

    ChildRows(NameSearch names, SealedFields sealed, Clock clock) {
        this.names = names;
        this.sealed = sealed;
        this.clock = clock;
    }

    Uni<List<ChildSummary>> page(SqlClient client, AreaRanges ranges, ChildFilter filter, Position after, int limit) {
        Tuple arguments = Tuple.of(ranges.lower(), ranges.upper(), after.area(), after.id(), limit)
                .addLocalDate(LocalDays.today(clock))
                .addString(filter.category().map(Enum::name).orElse(null))
                .addString(filter.riskLevel().map(Enum::name).orElse(null));
        return client.preparedQuery(OF_SCOPE).execute(arguments).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(this::summary)
                .toList());
    }

    /** Those whose name has this part, or who have this number; up to {@code limit} after a position, in a transaction. */
    Uni<List<ChildSummary>> search(SqlClient tx, AreaRanges ranges, ChildText text, Position after, int limit) {
        return text.isNumber()
                ? found(tx, NUMBERED, text.hashes(), ranges, after, limit)
                : names.find(tx, ranges, text, after, limit)
                        .chain(ids -> ids.length == 0
                                ? Uni.createFrom().item(List.of())
                                : found(tx, NAMED, ids, ranges, after, limit));
    }

    private Uni<List<ChildSummary>> found(
            SqlClient tx, String query, Object[] wanted, AreaRanges ranges, Position after, int limit) {
        Tuple arguments = Tuple.of(ranges.lower(), ranges.upper(), after.area(), after.id(), limit)
                .addLocalDate(LocalDays.today(clock));
        return tx.preparedQuery(query).execute(arguments.addValue(wanted)).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(this::summary)
                .toList());
    }

    private ChildSummary summary(Row row) {
        UUID id = row.getUUID("id");
        return new ChildSummary(
                id,
                row.getInteger("version"),
                row.getString("full_name"),
                SexCode.of(row.getString("sex_code")),
                row.getLocalDate("birth_date"),
                row.getInteger("birth_year"),
                masked(id, row.getBuffer("id_number_cipher")),
                new AreaCode(row.getLong("area_code")),
                row.getString("hamlet"),
                row.getUUID("household_id"),
                code(LivingStatus.class, row, "living_status"),
                code(RiskLevel.class, row, "risk_level"),
                FileStatus.valueOf(row.getString("file_status")),
                row.getBoolean("duplicate"),
                row.getUUID("responsible_appointment_id"),
                Stream.of(row.getArrayOfStrings("categories"))
                        .map(CategoryCode::valueOf)
                        .toList());
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, Row row, String column) {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private @Nullable String masked(UUID id, @Nullable Buffer closed) {
        return sealed.find(Column.CHILD_ID_NUMBER, id, closed == null ? null : closed.getBytes())
                .map(IdentityDocument::masked)
                .orElse(null);
    }
}
