package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Gives an area into the hands of another authority (托管), or back. */
@Singleton
class HostArea {

    /** One at a time, since two together could make a ring that neither sees. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('area-hosting', 0))";

    /** Until the transaction ends nobody closes an organisation that is about to run an area. */
    private static final String HOLD = "select from organisation where id = $1 for share";

    /** Served by the index of hosted areas. */
    private static final String FACTS = """
            with recursive host(code) as (
                select $2::bigint
                union
                select h.administered_by_area_code
                from host
                join area h on host.code >= h.code and host.code < h.code_end
                where h.administered_by_area_code is not null)
            select a.administered_by_area_code, a.administered_by_organisation_id, a.administered_from,
                   exists (select from area h where h.code = $2 and h.valid_to is null)
                   or exists (select from organisation o where o.id = $3 and o.status = 'ACTIVE') as host_exists,
                   exists (select from host where host.code >= a.code and host.code < a.code_end) as circular
            from area a
            where a.code = $1 and (a.valid_to is null or a.valid_to >= $4)
            """;

    private static final String PUT = """
            update area
            set administered_by_area_code = $2, administered_by_organisation_id = $3, administered_from = $4
            where code = $1
            """;

    private static final String REMOVE = """
            update area
            set administered_by_area_code = null, administered_by_organisation_id = null, administered_from = null
            where code = $1 and num_nonnulls(administered_by_area_code, administered_by_organisation_id) > 0
            """;

    private final Pool pool;
    private final TrailRows trail;
    private final Clock clock;

    HostArea(Pool pool, TrailRows trail, Clock clock) {
        this.pool = pool;
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts an area under another authority from a day on; the same again changes nothing. */
    Uni<Result<AreaCode>> put(AreaCode code, HostForm form, Caller caller) {
        return caller.acting(Right.AREA_WRITE, code)
                .then(post -> pool.withTransaction(transaction -> transaction
                        .query(ALONE)
                        .execute()
                        .chain(() -> HostedAreas.disposable(transaction, post, LocalDays.today(clock), code))
                        .chain(able ->
                                able.then(free -> facts(transaction, code, form).chain(facts -> checked(form, facts)
                                        .thenDo(known -> known.isAlready(form)
                                                ? Uni.createFrom().item(code)
                                                : write(transaction, code, form, caller, post)))))));
    }

    /** Ends it at once. */
    Uni<Result<AreaCode>> remove(AreaCode code, Caller caller) {
        return caller.acting(Right.AREA_WRITE, code)
                .then(post -> pool.withTransaction(transaction -> transaction
                        .query(ALONE)
                        .execute()
                        .chain(() -> HostedAreas.disposable(transaction, post, LocalDays.today(clock), code))
                        .chain(able -> able.thenDo(free -> end(transaction, code, caller, post)))));
    }

    private Uni<AreaCode> end(SqlConnection transaction, AreaCode code, Caller caller, Post post) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(code.value()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : trail.changed(
                                transaction, caller.workerId(), post, "area.host-end", List.of(AreaSubject.of(code))))
                .replaceWith(code);
    }

    private Result<HostRules.Facts> checked(HostForm form, Optional<HostRules.Facts> facts) {
        return facts.map(known -> Result.unless(HostRules.check(form, known, LocalDays.today(clock)), known))
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    private Uni<Optional<HostRules.Facts>> facts(SqlConnection transaction, AreaCode code, HostForm form) {
        Tuple asked = Tuple.of(code.value(), value(form.areaCode()), form.organisationId(), LocalDays.today(clock));
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(form.organisationId()))
                .chain(() -> transaction.preparedQuery(FACTS).execute(asked))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(HostArea::facts)
                        .findFirst());
    }

    private static HostRules.Facts facts(Row row) {
        return new HostRules.Facts(
                AreaRepository.administrator(row), row.getBoolean("host_exists"), row.getBoolean("circular"));
    }

    private Uni<AreaCode> write(SqlConnection transaction, AreaCode code, HostForm form, Caller caller, Post post) {
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.of(code.value(), value(form.areaCode()), form.organisationId(), form.from()))
                .chain(() ->
                        trail.changed(transaction, caller.workerId(), post, "area.host", List.of(AreaSubject.of(code))))
                .replaceWith(code);
    }

    private static @Nullable Long value(@Nullable AreaCode code) {
        return code == null ? null : code.value();
    }
}
