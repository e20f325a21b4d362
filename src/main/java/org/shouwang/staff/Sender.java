package org.shouwang.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;

/** Somebody who sends, on a day, what was recorded before: the posts of then, as {@link PostsThen} read them. */
public final class Sender {

    private final UUID workerId;
    private final long number;
    private final boolean onLostPhone;
    private final LocalDate received;
    private final List<Term> terms;

    Sender(UUID workerId, long number, boolean onLostPhone, LocalDate received, List<Term> terms) {
        this.workerId = workerId;
        this.number = number;
        this.onLostPhone = onLostPhone;
        this.received = received;
        this.terms = List.copyOf(terms);
    }

    /** A post and the days on which it was held. */
    record Term(Post post, AppointmentRows.Spell spell) {}

    public UUID workerId() {
        return workerId;
    }

    /** The worker's number; its negative is the worker's scope in the feed. */
    public long number() {
        return number;
    }

    /** Whether the phone was declared lost. */
    public boolean isOnLostPhone() {
        return onLostPhone;
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
        return !term.spell().endedBefore(received.minus(PostsThen.LATE_WORK));
    }
}
