package org.shouwang.notification.reach;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;

/** Records how an area reaches its workers, once; the newest record of an area holds from then on. */
@Singleton
class DecideReach {

    private static final String FIND = "select area_code, request_hash, created_by from reach_settings where id = $1";

    private static final String INSERT = """
            insert into reach_settings (id, area_code, urgent_sms_after_minutes, call_after_minutes, reminders_by_sms,
                                        reminder_sms_after_hours, sms_per_day, sms_per_month, request_hash, created_at,
                                        created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;

    private final Areas areas;
    private final ReachBooks books;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    DecideReach(Areas areas, ReachBooks books, TrailRows trail, Pool pool, Clock clock) {
        this.areas = areas;
        this.books = books;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** What holds at a place. Refused with 404 where there is no such place. */
    Uni<Result<ReachView>> show(AreaCode code) {
        return areas.today(List.of(code)).chain(today -> Optional.ofNullable(today.get(code))
                .map(place -> books.read().map(book -> Result.ok(view(book, place.code()))))
                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))));
    }

    private ReachView view(ReachBook book, AreaCode place) {
        Optional<Decided> decided = book.deciding(place, LocalDays.today(clock));
        return ReachView.of(decided.map(Decided::settings).orElse(ReachSettings.STANDARD), decided.orElse(null));
    }

    Uni<Result<ReachView>> decide(AreaCode code, ReachForm form, Caller caller) {
        return caller.with(Right.REACH_WRITE)
                .then(able -> areas.today(List.of(code))
                        .chain(today -> Races.again(() ->
                                pool.withTransaction(transaction -> once(transaction, code, form, today, caller)))))
                .chain(done -> done.then(area -> show(area)));
    }

    private Uni<Result<AreaCode>> once(
            SqlConnection transaction, AreaCode code, ReachForm form, Map<AreaCode, Areas.Place> today, Caller caller) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(form.id())).chain(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .map(found -> Uni.createFrom().item(repeat(found, code, form, caller)))
                .orElseGet(() -> make(transaction, code, form, Optional.ofNullable(today.get(code)), caller)));
    }

    private static Result<AreaCode> repeat(Row found, AreaCode code, ReachForm form, Caller caller) {
        AreaCode area = new AreaCode(found.getLong("area_code"));
        boolean same = hash(code, form).matches(found.getBuffer("request_hash").getBytes());
        return Known.decide(
                        caller.may(Right.REACH_WRITE, area),
                        same,
                        caller.workerId().equals(found.getUUID("created_by")))
                .map(known -> area);
    }

    /** The area stands in the address and belongs to the request. */
    private static RequestHash hash(AreaCode code, ReachForm form) {
        return RequestHash.of(List.of(code, form));
    }

    private Uni<Result<AreaCode>> make(
            SqlConnection transaction, AreaCode code, ReachForm form, Optional<Areas.Place> place, Caller caller) {
        AreaCode area = place.map(Areas.Place::code).orElse(code);
        return caller.acting(Right.REACH_WRITE, area)
                .flatMap(post -> Result.unless(violations(form, place), post))
                .thenDo(post ->
                        insert(transaction, area, code, form, post, caller).replaceWith(area));
    }

    /** Whoever pays decides: a county, or for all of theirs a city or a province. */
    private static List<Violation> violations(ReachForm form, Optional<Areas.Place> place) {
        List<Violation> found = new ArrayList<>();
        if (place.filter(one -> one.level().compareTo(AreaLevel.COUNTY) <= 0).isEmpty()) {
            found.add(Violation.of("code", "reach-county-decides"));
        }
        if (form.smsPerMonth() < form.smsPerDay()) {
            found.add(Violation.of("smsPerMonth", "reach-month-below-day"));
        }
        return found;
    }

    private Uni<Void> insert(
            SqlConnection transaction, AreaCode area, AreaCode code, ReachForm form, Post post, Caller caller) {
        Tuple row = Tuple.of(form.id(), area.value(), form.urgentSmsAfterMinutes(), form.callAfterMinutes())
                .addBoolean(form.remindersBySms())
                .addInteger(form.reminderSmsAfterHours())
                .addInteger(form.smsPerDay())
                .addInteger(form.smsPerMonth())
                .addBuffer(Buffer.buffer(hash(code, form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId());
        return transaction
                .preparedQuery(INSERT)
                .execute(row)
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        post,
                        "reach.decide",
                        List.of(new Subject("REACH_SETTINGS", form.id(), area))));
    }
}
