package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/** Tells people that there is something of a case, and nothing of it; in the session of a use case or of the sweep. */
@Singleton
class TellOfCase {

    static final String SUBJECT = "violence-case";

    /** What calls for somebody at once, at any hour. */
    private static final Set<String> AT_ONCE = Set.of("order-breached", "order-decision-late");

    private final CaseAccess access;
    private final PostsInOffice posts;
    private final Notifications notifications;

    TellOfCase(CaseAccess access, PostsInOffice posts, Notifications notifications) {
        this.access = access;
        this.posts = posts;
        this.notifications = notifications;
    }

    /**
     * What is told.
     *
     * @param stage makes it one: told again under it, it is not written again
     * @param dueOn the day by which something is to be done
     */
    record Word(String event, String stage, @Nullable LocalDate dueOn) {}

    /** The holders of the office that leads such cases at a place. */
    Uni<List<Holder>> leads(Victim victim, AreaCode area) {
        return posts.at(area, Set.of(victim.office)).map(found -> found.stream()
                .filter(holder -> holder.post().allows(victim.lead, area))
                .toList());
    }

    /** Tells the lead, but not the worker who says it. */
    Uni<Void> lead(ViolenceCase of, String event, String stage, @Nullable UUID teller) {
        return toLead(of, new Word(event, stage, null), List.of(), teller).replaceWithVoid();
    }

    /** Tells the post that answers for it, and the lead. */
    Uni<Void> responsible(ViolenceCase of, Word word) {
        return toLead(of, word, List.of(of.responsibleAppointmentId), null).replaceWithVoid();
    }

    /**
     * Tells the post that answers for it, the lead, and the officers of the police that have the first stage, but not who says it.
     *
     * @return how many were told: 0 where there is nobody else
     */
    Uni<Integer> withPolice(ViolenceCase of, Word word, UUID teller) {
        return access.officers(of.id, ViolenceStage.POLICE_RESPONSE).chain(police -> {
            Set<UUID> posts = new HashSet<>(police);
            posts.add(of.responsibleAppointmentId);
            return toLead(of, word, posts, teller);
        });
    }

    private Uni<Integer> toLead(ViolenceCase of, Word word, Collection<UUID> others, @Nullable UUID teller) {
        return leads(of.victim(), of.areaCode).chain(leads -> {
            Set<UUID> told = leads.stream()
                    .map(lead -> lead.post().appointmentId())
                    .collect(Collectors.toCollection(HashSet::new));
            told.addAll(others);
            return told(of, word, told, teller);
        });
    }

    /** Tells these posts, those of them that are held. */
    Uni<Void> post(ViolenceCase of, Word word, Collection<UUID> appointments, @Nullable UUID teller) {
        return told(of, word, appointments, teller).replaceWithVoid();
    }

    private Uni<Integer> told(ViolenceCase of, Word word, Collection<UUID> appointments, @Nullable UUID teller) {
        return posts.kept(appointments)
                .map(kept -> kept.values().stream()
                        .filter(holder -> !holder.workerId().equals(teller))
                        .map(holder -> notice(of, word, holder))
                        .toList())
                .chain(notices -> notifications.tell(notices).replaceWith(notices.size()));
    }

    private static Notice notice(ViolenceCase of, Word word, InOffice holder) {
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.appointmentId(),
                word.event(),
                of.id + "/" + word.stage(),
                AT_ONCE.contains(word.event()) ? Push.AT_ONCE : Push.DAYTIME,
                SUBJECT,
                of.id,
                word.dueOn());
    }
}
