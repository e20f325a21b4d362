package org.shouwang.visit;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;

/** Who hears that a visit was returned (退回). */
final class Returning {

    /** Whoever may have paid it, and those above. */
    static final Set<RoleCode> ROLES = Set.of(
            RoleCode.CHILDREN_DIRECTOR,
            RoleCode.WOMENS_CHAIR,
            RoleCode.TOWNSHIP_COORDINATOR,
            RoleCode.COUNTY_CIVIL_AFFAIRS);

    private Returning() {}

    /**
     * A return of a visit.
     *
     * @param verification the client's id of it
     * @param verifier the worker who returns it, and needs no push about it
     * @param post the role under which the visit was paid
     */
    record Return(Visit visit, UUID verification, UUID verifier, RoleCode post) {}

    /**
     * The author, under a post that may still amend the visit. Whoever has left it does not amend any more: then whoever
     * holds that post now hears of it, else who coordinates, else the county.
     *
     * @param there holders of the {@link #ROLES} at the place of the visit
     */
    static List<Notice> notices(Return returned, List<Holder> there) {
        Visit visit = returned.visit();
        List<Holder> author = there.stream()
                .filter(holder -> holder.workerId().equals(visit.createdBy))
                .filter(holder -> holder.post().allows(Right.VISIT_WRITE, visit.areaCode))
                .limit(1)
                .toList();
        if (!author.isEmpty()) {
            return List.of(notice(returned, author.get(0), "visit-returned"));
        }
        return Stream.of(returned.post(), RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS)
                .map(role -> there.stream()
                        .filter(holder -> holder.post().role() == role)
                        .toList())
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(holder -> notice(returned, holder, "visit-returned-author-left"))
                .toList();
    }

    private static Notice notice(Return returned, Holder holder, String event) {
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.post().appointmentId(),
                event,
                returned.visit().id + "/" + returned.verification(),
                holder.workerId().equals(returned.verifier()) ? Push.NONE : Push.DAYTIME,
                StoredVisit.NOTICE_SUBJECT,
                returned.visit().id,
                null);
    }
}
