package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.SessionSql;

/** Where what a referral waits for stands on its way up, in the session of a use case or of the sweep. */
@Singleton
class ReferralWatch {

    private static final String KEEP = """
            insert into referral_watch (referral_id, step, next_look_at) values ($1, $2, $3)
            on conflict (referral_id) do update set step = excluded.step, next_look_at = excluded.next_look_at
            """;

    /** Whether it is still due, and how many steps were told. */
    private static final String CLAIM =
            "select step from referral_watch where referral_id = $1 and next_look_at <= $2 for update";

    private final Deadlines deadlines;
    private final Clock clock;

    ReferralWatch(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Begins anew with the status that it has come to; what would have been told before that moment is not. */
    Uni<Void> begin(Referral referral) {
        Optional<Phase> phase = Phase.of(referral.status);
        if (phase.isEmpty()) {
            return keep(referral.id, 0, null);
        }
        Climb climb = Climb.of(phase.get(), referral.urgency);
        Instant due = deadlines.due(referral).orElseThrow();
        Instant now = clock.instant();
        int told = climb.reached(due, now);
        return keep(referral.id, told, Climb.look(phase.get(), climb.at(due, told), true, now));
    }

    /** @param next null where nothing is looked at any more */
    Uni<Void> keep(UUID referral, int step, @Nullable Instant next) {
        return SessionSql.update(KEEP, referral, step, next == null ? null : next.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    Uni<Optional<Integer>> claim(UUID referral, Instant now) {
        return SessionSql.rows(CLAIM, referral, now.atOffset(ZoneOffset.UTC)).map(rows -> rows.stream()
                .map(row -> (Integer) Objects.requireNonNull(row[0]))
                .findFirst());
    }
}
