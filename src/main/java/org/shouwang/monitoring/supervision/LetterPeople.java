package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/** Whom a letter concerns, in the session of the sweep. */
@Singleton
class LetterPeople {

    /** By appointment_organisation. */
    private static final String LIAISONS = """
            select a.id, w.id, w.number
            from appointment a join worker w on w.id = a.worker_id
            where a.organisation_id = $1 and a.role_code = 'UNIT_LIAISON' and a.status <> 'ENDED' and a.appointed_on <= $2
              and w.status = 'ACTIVE'
            order by a.id
            """;

    private final PostsInOffice posts;
    private final Clock clock;

    LetterPeople(PostsInOffice posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** Who speaks for a unit. */
    Uni<List<InOffice>> unit(UUID unit) {
        return SessionSql.rows(LIAISONS, unit, LocalDays.today(clock)).map(rows -> rows.stream()
                .map(row -> new InOffice(
                        (UUID) Objects.requireNonNull(row[0]), (UUID) Objects.requireNonNull(row[1]), (Long)
                                Objects.requireNonNull(row[2])))
                .toList());
    }

    /** The committee office of the smallest area that has one. */
    Uni<List<InOffice>> office(AreaCode place) {
        return posts.at(place, Set.of(RoleCode.COMMITTEE_OFFICE)).map(LetterPeople::nearest);
    }

    private static List<InOffice> nearest(List<Holder> offices) {
        return offices.stream()
                .filter(holder ->
                        holder.post().areas().equals(offices.get(0).post().areas()))
                .map(InOffice::of)
                .toList();
    }
}
