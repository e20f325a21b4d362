package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.SignedIn;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

/** What somebody held when they recorded what arrives only now. Runs on the reactive pool. */
@Singleton
public class PostsThen {

    /** How long after its end a post's work may still arrive. */
    static final Period LATE_WORK = Period.ofDays(30);

    private static final String SENDER = """
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

    /** Whoever sends, with the posts of the last weeks; fails with 401 when that is no active worker any more. */
    public Uni<Sender> of(SignedIn signedIn) {
        return sender(signedIn.workerId(), signedIn.deviceId()).invoke(sender -> {
            if (!sender.active) {
                throw new ProblemException(Problem.NOT_SIGNED_IN);
            }
        });
    }

    /** Whoever sent something before, with the posts of the last weeks: none of a worker who is not active any more. */
    public Uni<Sender> ofAuthor(UUID workerId) {
        return sender(workerId, null);
    }

    private Uni<Sender> sender(UUID workerId, @Nullable UUID deviceId) {
        LocalDate today = LocalDays.today(clock);
        return pool.preparedQuery(SENDER)
                .execute(Tuple.of(workerId, deviceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN)))
                .chain(worker -> appointments
                        .ofWorkerSince(workerId, today.minus(LATE_WORK), today)
                        .map(spells -> new Sender(
                                workerId,
                                worker,
                                spells.stream().map(this::term).toList())));
    }

    private Term term(AppointmentRows.Spell spell) {
        return new Term(Posts.post(spell.post(), access), spell);
    }

    private record Term(Post post, AppointmentRows.Spell spell) {}

    /** Somebody who sends what was recorded before. */
    public static final class Sender {

        private final UUID workerId;
        private final long number;
        private final boolean active;
        private final boolean lostPhone;
        private final List<Term> terms;

        private Sender(UUID workerId, Row worker, List<Term> terms) {
            this.workerId = workerId;
            this.number = worker.getLong("number");
            this.active = worker.getBoolean("active");
            this.lostPhone = worker.getBoolean("lost");
            this.terms = terms;
        }

        public UUID workerId() {
            return workerId;
        }

        /** The worker's number; its negative is the worker's scope in the feed. */
        public long number() {
            return number;
        }

        /** Whether the phone was declared lost. */
        public boolean isOnLostPhone() {
            return lostPhone;
        }

        /**
         * The caller as of this day, by today's areas: a village that was merged since is where it is now.
         *
         * @param named the appointment under which it was recorded, if the phone said so
         */
        public Caller on(LocalDate day, @Nullable UUID named) {
            List<Post> held = terms.stream()
                    .filter(term -> term.spell().holdsOn(day))
                    .map(Term::post)
                    .toList();
            return new Caller(workerId, number, held, named);
        }

        /** Under which of the posts it was recorded: the named one, else any; null when there is none. */
        public @Nullable UUID appointment(@Nullable UUID named) {
            List<UUID> held =
                    terms.stream().map(term -> term.post().appointmentId()).toList();
            return held.contains(named)
                    ? named
                    : held.stream().reduce((earlier, later) -> later).orElse(null);
        }
    }
}
