package org.shouwang.monitoring.unit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
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

/** Whom the work on the plans concerns, in the session of a sweep that tells them. */
@Singleton
public class UnitPeople {

    /** By appointment_organisation. */
    private static final String LIAISONS = """
            select a.id, w.id, w.number, a.organisation_id
            from appointment a join worker w on w.id = a.worker_id
            where a.organisation_id = any($1) and a.role_code = 'UNIT_LIAISON' and a.status <> 'ENDED' and a.appointed_on <= $2
              and w.status = 'ACTIVE'
            order by a.id
            """;

    private final PostsInOffice posts;
    private final Clock clock;

    UnitPeople(PostsInOffice posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** Who speaks for a unit. */
    public record Liaison(UUID unitId, InOffice post) {}

    /** Who speaks for a unit. */
    public Uni<List<InOffice>> unit(UUID unit) {
        return units(Set.of(unit))
                .map(found -> found.stream().map(Liaison::post).toList());
    }

    /** Who speaks for any of some units, in one statement. */
    public Uni<List<Liaison>> units(Collection<UUID> units) {
        return SessionSql.rows(LIAISONS, units.toArray(UUID[]::new), LocalDays.today(clock))
                .map(rows -> rows.stream()
                        .map(row -> new Liaison(
                                (UUID) Objects.requireNonNull(row[3]),
                                new InOffice(
                                        (UUID) Objects.requireNonNull(row[0]),
                                        (UUID) Objects.requireNonNull(row[1]),
                                        (Long) Objects.requireNonNull(row[2]))))
                        .toList());
    }

    /** The committee office of the smallest area that has one. */
    public Uni<List<InOffice>> office(AreaCode place) {
        return nearest(place, RoleCode.COMMITTEE_OFFICE);
    }

    /** Who verifies values there. */
    public Uni<List<InOffice>> statistics(AreaCode place) {
        return nearest(place, RoleCode.STATISTICS_OFFICER);
    }

    private Uni<List<InOffice>> nearest(AreaCode place, RoleCode role) {
        return posts.at(place, Set.of(role)).map(UnitPeople::nearest);
    }

    private static List<InOffice> nearest(List<Holder> offices) {
        return offices.stream()
                .filter(holder ->
                        holder.post().areas().equals(offices.get(0).post().areas()))
                .map(InOffice::of)
                .toList();
    }
}
