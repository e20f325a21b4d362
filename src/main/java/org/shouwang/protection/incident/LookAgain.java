package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.incident.Alarms.State;
import org.shouwang.protection.incident.IncidentGrants.How;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;

/** One look at one incident that waits, in the transaction of the sweep. */
@Singleton
class LookAgain {

    /** Whether it is still due. */
    private static final String CLAIM = """
            select round, next_look_at, report_round, report_look_at from incident_alarm
            where incident_id = $1 and least(next_look_at, report_look_at) <= $2
            for update
            """;

    private static final int REPORT_ROUNDS = 2;

    private final IncidentRepository incidents;
    private final Alarms alarms;
    private final PassUp passUp;
    private final WithoutVillage withoutVillage;
    private final IncidentGrants grants;
    private final PostsInOffice posts;
    private final Notifications notifications;

    LookAgain(
            IncidentRepository incidents,
            Alarms alarms,
            PassUp passUp,
            WithoutVillage withoutVillage,
            IncidentGrants grants,
            PostsInOffice posts,
            Notifications notifications) {
        this.incidents = incidents;
        this.passUp = passUp;
        this.withoutVillage = withoutVillage;
        this.alarms = alarms;
        this.grants = grants;
        this.posts = posts;
        this.notifications = notifications;
    }

    /**
     * Answers 1, or 0 where somebody else looks or acts: the next sweep comes soon, and a wait would delay all others. The
     * incident is locked before its alarm, as acts do.
     */
    Uni<Integer> at(UUID id, Instant now) {
        return incidents
                .lockedUnlessHeld(id)
                .chain(incident -> incident == null
                        ? Uni.createFrom().item(0)
                        : SessionSql.rows(CLAIM, id, now.atOffset(ZoneOffset.UTC))
                                .chain(rows -> rows.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : look(incident, state(id, rows.get(0)), now)
                                                .replaceWith(1)));
    }

    private static State state(UUID id, @Nullable Object[] row) {
        return new State(
                id,
                (Integer) Objects.requireNonNull(row[0]),
                moment(row[1]),
                (Integer) Objects.requireNonNull(row[2]),
                moment(row[3]));
    }

    private static @Nullable Instant moment(@Nullable Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }

    private Uni<Void> look(Incident incident, State state, Instant now) {
        return alarms.steps(incident.areaCode).chain(steps -> waiting(incident, steps, state, now)
                .chain(after -> unreported(incident, steps, after, now))
                .chain(alarms::follow));
    }

    /** A step up, while nobody has taken it. */
    private Uni<State> waiting(Incident incident, List<List<Holder>> steps, State state, Instant now) {
        Instant next = state.next();
        if (next == null || next.isAfter(now)) {
            return Uni.createFrom().item(state);
        }
        if (incident.takenAt != null || !incident.stage.isOpen()) {
            return Uni.createFrom()
                    .item(new State(state.incident(), state.round(), null, state.reportRound(), state.report()));
        }
        int round = state.round() + 1;
        return found(incident, steps, now)
                .chain(() -> alarms.tell(incident, steps, round, null))
                .replaceWith(() -> new State(
                        state.incident(), round, Alarm.next(steps, round, now), state.reportRound(), state.report()));
    }

    /** Where nobody stood above the reporter at first, somebody may now. */
    private Uni<Void> found(Incident incident, List<List<Holder>> steps, Instant now) {
        return steps.isEmpty() || !incident.responsibleAppointmentId.equals(incident.reporterAppointmentId)
                ? Uni.createFrom().voidItem()
                : passUp.to(steps.get(0).get(0), incident, now);
    }

    /** Who answers for it and who saw it are asked after an hour, and whoever stands above them after a day. */
    private Uni<State> unreported(Incident incident, List<List<Holder>> steps, State state, Instant now) {
        Instant report = state.report();
        if (report == null || report.isAfter(now)) {
            return Uni.createFrom().item(state);
        }
        boolean over = !ReportRules.isAwaited(incident.stage, incident.isReported(), incident.lacksPolice())
                || state.reportRound() >= REPORT_ROUNDS;
        int round = state.reportRound() + 1;
        State after = new State(
                state.incident(),
                state.round(),
                state.next(),
                round,
                over || round == REPORT_ROUNDS ? null : incident.clockFrom.plus(ReportRules.REPORT_LIMIT));
        return over
                ? Uni.createFrom().item(after)
                : opened(incident, steps, round)
                        .chain(() -> withoutVillage.answers(incident))
                        .map(village -> asked(incident, village, steps, round))
                        .chain(posts::kept)
                        .chain(kept -> notifications.tell(kept.values().stream()
                                .map(holder -> IncidentNotices.notReported(incident, holder, round))
                                .toList()))
                        .replaceWith(after);
    }

    /** Whoever is told sees what it is about. */
    private Uni<Void> opened(Incident incident, List<List<Holder>> steps, int round) {
        return round == REPORT_ROUNDS
                ? grants.give(
                        incident,
                        Alarm.told(steps, 0).stream()
                                .map(holder -> holder.post().appointmentId())
                                .toList(),
                        How.TOLD)
                : Uni.createFrom().voidItem();
    }

    /**
     * Who is asked; nobody of a village that is cut out.
     *
     * @param village whether a post of that village still answers for it
     */
    private static Set<UUID> asked(Incident incident, boolean village, List<List<Holder>> steps, int round) {
        Set<UUID> asked = new LinkedHashSet<>();
        if (!village) {
            asked.add(incident.responsibleAppointmentId);
        }
        if (!incident.villageCut) {
            asked.add(incident.reporterAppointmentId);
        }
        if (round == REPORT_ROUNDS) {
            Alarm.told(steps, 0).forEach(holder -> asked.add(holder.post().appointmentId()));
        }
        return asked;
    }
}
