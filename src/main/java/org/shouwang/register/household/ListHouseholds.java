package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.Position;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;

/** The households of a scope in the order of area and id; the page is logged where it is read. */
@Singleton
class ListHouseholds {

    private static final String OF_SCOPE = """
            select h.id, h.version, h.area_code, h.head_name, h.phone_cipher, h.hamlet
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join household h on h.area_code >= r.lower and h.area_code < r.upper
            where (h.area_code, h.id) > ($3, $4)
            order by h.area_code, h.id
            limit $5
            """;

    private final Areas areas;
    private final SealedFields sealed;
    private final AccessRows access;
    private final Pool pool;

    ListHouseholds(Areas areas, SealedFields sealed, AccessRows access, Pool pool) {
        this.areas = areas;
        this.sealed = sealed;
        this.access = access;
        this.pool = pool;
    }

    /**
     * One household more than a page holds, after a position; of one area with all below it, when it is given.
     *
     * @param limit households on the page
     */
    Uni<Result<List<HouseholdSummary>>> list(Caller caller, Optional<AreaCode> area, Position after, int limit) {
        return caller.with(Right.HOUSEHOLD_LIST)
                .map(able -> able.where(Right.HOUSEHOLD_LIST))
                .thenDo(scope -> areas.within(scope, area)
                        .chain(ranges -> pool.withTransaction(tx -> query(tx, ranges, after, limit + 1)
                                .call(found -> logged(tx, caller, Page.shown(found, limit))))));
    }

    private Uni<List<HouseholdSummary>> query(SqlClient client, AreaRanges ranges, Position after, int rows) {
        return client.preparedQuery(OF_SCOPE)
                .execute(Tuple.of(ranges.lower(), ranges.upper(), after.area(), after.id(), rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(this::summary)
                        .toList());
    }

    private Uni<Void> logged(SqlClient tx, Caller caller, List<HouseholdSummary> shown) {
        List<Subject> households = shown.stream()
                .map(household -> new Subject("HOUSEHOLD", household.id(), household.areaCode()))
                .toList();
        return access.looked(tx, caller, Right.HOUSEHOLD_LIST, "household.list", "HOUSEHOLD", households);
    }

    private HouseholdSummary summary(Row row) {
        UUID id = row.getUUID("id");
        Buffer phone = row.getBuffer("phone_cipher");
        return new HouseholdSummary(
                id,
                row.getInteger("version"),
                new AreaCode(row.getLong("area_code")),
                row.getString("head_name"),
                sealed.find(Column.HOUSEHOLD_PHONE, id, phone == null ? null : phone.getBytes())
                        .map(number -> new PhoneNumber(number).masked())
                        .orElse(null),
                row.getString("hamlet"));
    }
}
