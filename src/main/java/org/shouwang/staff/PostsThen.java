package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.SignedIn;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

/** What somebody held when they recorded what arrives only now. Runs on the reactive pool. */
@Singleton
public class PostsThen {

    /** How long after its end a post's work may still arrive. */
    public static final Period LATE_WORK = Period.ofDays(30);

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

    /** Whoever sends; fails with 401 when that is no active worker any more. */
    public Uni<Sender> of(SignedIn signedIn) {
        return sender(signedIn.workerId(), signedIn.deviceId(), clock.instant()).invoke(sender -> {
            if (!sender.active) {
                throw new ProblemException(Problem.NOT_SIGNED_IN);
            }
        });
    }

    /** Whoever sent something before, as of the moment when it arrived. */
    public Uni<Sender> ofAuthor(UUID workerId, Instant receivedAt) {
        return sender(workerId, null, receivedAt);
    }

    private Uni<Sender> sender(UUID workerId, @Nullable UUID deviceId, Instant receivedAt) {
        return pool.preparedQuery(SENDER)
                .execute(Tuple.of(workerId, deviceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN)))
                .chain(worker -> appointments
                        .everOf(workerId, LocalDays.today(clock))
                        .map(spells -> new Sender(
                                workerId,
                                worker,
                                LocalDays.of(receivedAt),
                                spells.stream().map(this::term).toList())));
    }

    private Term term(AppointmentRows.Spell spell) {
        return new Term(Posts.post(spell.post(), access), spell);
    }

    private record Term(Post post, AppointmentRows.Spell spell) {}

    /** Somebody who sends, on a day, what was recorded before. */
    public static final class Sender {

        private final UUID workerId;
        private final long number;
        private final boolean active;
        private final boolean lostPhone;
        private final LocalDate received;
        private final List<Term> terms;

        private Sender(UUID workerId, Row worker, LocalDate received, List<Term> terms) {
            this.workerId = workerId;
            this.number = worker.getLong("number");
            this.active = worker.getBoolean("active");
            this.lostPhone = worker.getBoolean("lost");
            this.received = received;
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

        /** Whether any post that may still send has this right; somebody without any such post has nothing to lose by trying. */
        public boolean maySendBy(Right right) {
            List<Term> sending = terms.stream().filter(this::isInTime).toList();
            return sending.isEmpty()
                    || sending.stream().anyMatch(term -> term.post().has(right));
        }

        /**
         * The caller as of this day, by today's areas: a village that was merged since is where it is now.
         *
         * @param named the appointment under which it was recorded, if the phone said so
         */
        public Caller on(LocalDate day, @Nullable UUID named) {
            return new Caller(workerId, number, postsOn(day), named);
        }

        /**
         * Under which of the posts it was recorded on this day: the named one, else one of that day, else the last one; null for
         * somebody who never held any.
         */
        public @Nullable UUID appointment(LocalDate day, @Nullable UUID named) {
            List<UUID> ever =
                    terms.stream().map(term -> term.post().appointmentId()).toList();
            if (ever.contains(named)) {
                return named;
            }
            return postsOn(day).stream()
                    .map(Post::appointmentId)
                    .findFirst()
                    .or(() -> ever.stream().reduce((earlier, later) -> later))
                    .orElse(null);
        }

        /** A post of this worker, whenever it was held. */
        public Optional<Post> post(UUID appointmentId) {
            return terms.stream()
                    .map(Term::post)
                    .filter(post -> post.appointmentId().equals(appointmentId))
                    .findFirst();
        }

        private List<Post> postsOn(LocalDate day) {
            return terms.stream()
                    .filter(term -> term.spell().holdsOn(day) && isInTime(term))
                    .map(Term::post)
                    .toList();
        }

        private boolean isInTime(Term term) {
            return !term.spell().endedBefore(received.minus(LATE_WORK));
        }
    }
}
