package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.SignedIn;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;
import org.shouwang.staff.Sender.Term;

/** What somebody held when they recorded what arrives only now. Runs on the reactive pool. */
@Singleton
public class PostsThen {

    /** How long after its end a post's work may still arrive. */
    public static final Period LATE_WORK = Period.ofDays(30);

    private static final String WORKER = """
            select w.number, w.status = 'ACTIVE' as active,
                   exists (select 1 from device d where d.id = $2 and d.lost_at is not null) as lost
            from worker w where w.id = $1
            """;

    private final Pool pool;
    private final AppointmentRows appointments;
    private final AccessTable access;
    private final Clock clock;

    PostsThen(Pool pool, AppointmentRows appointments, AccessTable access, Clock clock) {
        this.pool = pool;
        this.appointments = appointments;
        this.access = access;
        this.clock = clock;
    }

    /** Whoever sends; fails with 401 when that is no active worker any more. */
    public Uni<Sender> of(SignedIn signedIn) {
        Instant now = clock.instant();
        return worker(signedIn.workerId(), signedIn.deviceId())
                .invoke(worker -> {
                    if (!worker.getBoolean("active")) {
                        throw new ProblemException(Problem.NOT_SIGNED_IN);
                    }
                })
                .chain(worker -> sender(signedIn.workerId(), worker, now));
    }

    /** Whoever sent something before, as of the moment when it arrived. */
    public Uni<Sender> ofAuthor(UUID workerId, Instant receivedAt) {
        return worker(workerId, null).chain(worker -> sender(workerId, worker, receivedAt));
    }

    private Uni<Row> worker(UUID workerId, @Nullable UUID deviceId) {
        return pool.preparedQuery(WORKER).execute(Tuple.of(workerId, deviceId)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN)));
    }

    private Uni<Sender> sender(UUID workerId, Row worker, Instant receivedAt) {
        return appointments
                .everOf(workerId, LocalDays.today(clock))
                .map(spells -> new Sender(
                        workerId,
                        worker.getLong("number"),
                        worker.getBoolean("lost"),
                        LocalDays.of(receivedAt),
                        spells.stream().map(this::term).toList()));
    }

    private Term term(AppointmentRows.Spell spell) {
        return new Term(Posts.post(spell.post(), access), spell);
    }
}
