package org.shouwang.protection.incident;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/**
 * How somebody stands to an incident: the one rule of who sees it, for single reads, lists, the feed, acts and reports.
 *
 * @param lead the county lead's post, by its area
 * @param reader a post to which it is open
 * @param police whether that post is a police liaison
 * @param author whether the caller made it
 */
record Standing(Optional<Post> lead, Optional<Post> reader, boolean police, boolean author) {

    /** Posts of a village: the switch cuts them out. */
    static final Set<RoleCode> VILLAGE =
            EnumSet.of(RoleCode.CHILDREN_DIRECTOR, RoleCode.WOMENS_CHAIR, RoleCode.WOMENS_EXECUTIVE);

    /**
     * What decides about an incident.
     *
     * @param readers posts to which it is open
     * @param police those of them that are police liaisons
     */
    record Access(AreaCode area, UUID author, boolean villageCut, Collection<UUID> readers, Collection<UUID> police) {}

    static Standing of(Caller caller, Access to) {
        Optional<Post> lead = caller.posts().stream()
                .filter(post -> post.allows(Right.INCIDENT_LEAD, to.area()))
                .findFirst();
        Optional<Post> reader = caller.posts().stream()
                .filter(post -> post.has(Right.INCIDENT_READ) && to.readers().contains(post.appointmentId()))
                .filter(post -> !(to.villageCut() && VILLAGE.contains(post.role())))
                .findFirst();
        boolean police = caller.posts().stream()
                .anyMatch(post -> to.police().contains(post.appointmentId())
                        && to.readers().contains(post.appointmentId()));
        return new Standing(lead, reader, police, to.author().equals(caller.workerId()));
    }

    boolean sees() {
        return lead.isPresent() || reader.isPresent();
    }

    /** The police keep the reporter secret (反家庭暴力法 art. 14), and so does everybody else but the lead. */
    boolean seesReporter() {
        return lead.isPresent() || (police && reader.isPresent()) || (author && sees());
    }

    /** The post under which it is seen. */
    Optional<Post> seeing() {
        return lead.or(() -> reader);
    }

    /** The post that may work on it. */
    Optional<Post> working() {
        return seeing().filter(post -> post.has(Right.INCIDENT_WORK));
    }
}
