package org.shouwang.protection.incident;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.protection.incident.IncidentGrants.How;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.staff.PostsInOffice.InOffice;

/** Tells of incidents that wait, in the session of a use case or of the sweep. Being told is a grant. */
@Singleton
class Alarms {

    private static final String BEGIN = """
            insert into incident_alarm (incident_id, round, next_look_at, report_round, report_look_at)
            values (:incident, 0, :next, 0, cast(:report as timestamptz))
            """;
    private static final String BEGIN_ANEW =
            "update incident_alarm set round = 0, next_look_at = :next where incident_id = :incident";
    private static final String FOLLOW = """
            update incident_alarm
            set round = :round, next_look_at = cast(:next as timestamptz), report_round = :reportRound,
                report_look_at = cast(:report as timestamptz)
            where incident_id = :incident
            """;
    private static final String TAKEN = "update incident_alarm set next_look_at = null where incident_id = :incident";
    private static final String REPORTED =
            "update incident_alarm set report_look_at = null where incident_id = :incident";

    /** Sooner where it is looked at sooner already. */
    private static final String AWAIT = """
            update incident_alarm
            set report_round = 0, report_look_at = least(report_look_at, cast(:report as timestamptz))
            where incident_id = :incident
            """;

    private final PostsInOffice posts;
    private final IncidentGrants grants;
    private final Notifications notifications;
    private final Clock clock;

    Alarms(PostsInOffice posts, IncidentGrants grants, Notifications notifications, Clock clock) {
        this.posts = posts;
        this.grants = grants;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Where an alarm stands. */
    record State(
            UUID incident,
            int round,
            @Nullable Instant next,
            int reportRound,
            @Nullable Instant report) {}

    Uni<List<List<Holder>>> steps(AreaCode area) {
        return posts.at(area, Alarm.ROLES).map(Alarm::steps);
    }

    /** Opens it to whoever is told in this round, and tells them, but not the worker who says it. */
    Uni<Void> tell(Incident incident, List<List<Holder>> steps, int round, @Nullable UUID teller) {
        List<Holder> told = Alarm.told(steps, round);
        return grants.give(
                        incident,
                        told.stream()
                                .map(holder -> holder.post().appointmentId())
                                .toList(),
                        How.TOLD)
                .chain(() -> notifications.tell(told.stream()
                        .filter(holder -> !holder.workerId().equals(teller))
                        .map(holder -> IncidentNotices.reported(incident, holder, round))
                        .toList()));
    }

    /** It is somewhere else now: who protects children there sees it, and hears of it, taken or not, unless they saw it before. */
    Uni<Void> moved(Incident incident, @Nullable UUID teller) {
        return steps(incident.areaCode).chain(steps -> grants.readers(incident).chain(before -> {
            List<Holder> newcomers = Alarm.told(steps, 0).stream()
                    .filter(holder -> !before.contains(holder.post().appointmentId()))
                    .toList();
            List<UUID> posts = newcomers.stream()
                    .map(holder -> holder.post().appointmentId())
                    .toList();
            return grants.give(incident, posts, How.TOLD)
                    .chain(() -> notifications.tell(newcomers.stream()
                            .filter(holder -> !holder.workerId().equals(teller))
                            .map(holder -> IncidentNotices.moved(incident, InOffice.of(holder)))
                            .toList()));
        }));
    }

    Uni<Void> begin(Incident incident, List<List<Holder>> steps) {
        Instant now = clock.instant();
        Instant report = incident.isReported() ? null : incident.clockFrom.plus(ReportRules.REPORT_ALERT);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN)
                        .setParameter("incident", incident.id)
                        .setParameter("next", Alarm.next(steps, 0, now).atOffset(ZoneOffset.UTC))
                        .setParameter("report", report == null ? null : report.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The same of a case that was over, as if nobody had ever been told. */
    Uni<Void> beginAnew(Incident incident, List<List<Holder>> steps) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN_ANEW)
                        .setParameter("incident", incident.id)
                        .setParameter(
                                "next", Alarm.next(steps, 0, clock.instant()).atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> follow(State state) {
        Instant next = state.next();
        Instant report = state.report();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FOLLOW)
                        .setParameter("incident", state.incident())
                        .setParameter("round", state.round())
                        .setParameter("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                        .setParameter("reportRound", state.reportRound())
                        .setParameter("report", report == null ? null : report.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Somebody has taken it: nobody is called any more. Calls that have not gone out are withdrawn, and nothing graver. */
    Uni<Void> taken(Incident incident) {
        return end(TAKEN, incident)
                .chain(() -> notifications.withdraw(IncidentNotices.SUBJECT, incident.id, IncidentNotices.CALLS));
    }

    Uni<Void> reported(Incident incident) {
        return end(REPORTED, incident);
    }

    /** The police have to hear of what was added: who has not told them within the hour is asked. */
    Uni<Void> awaitReport(Incident incident) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AWAIT)
                        .setParameter("incident", incident.id)
                        .setParameter(
                                "report",
                                clock.instant().plus(ReportRules.REPORT_ALERT).atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Something graver was said: whoever sees it hears of it, but the worker who said it. */
    Uni<Void> danger(Incident incident, UUID teller) {
        return tellReaders(incident, reader -> !reader.workerId().equals(teller), IncidentNotices::danger);
    }

    /** Its author, to whom it is closed, had more to say: whoever sees it asks for it. */
    Uni<Void> added(Incident incident) {
        String body = Ids.next().toString();
        return tellReaders(incident, reader -> true, (about, reader) -> IncidentNotices.added(about, reader, body));
    }

    private Uni<Void> tellReaders(
            Incident incident, Predicate<InOffice> which, BiFunction<Incident, InOffice, Notice> notice) {
        return grants.readers(incident)
                .chain(posts::kept)
                .chain(kept -> notifications.tell(kept.values().stream()
                        .filter(which)
                        .map(reader -> notice.apply(incident, reader))
                        .toList()));
    }

    private static Uni<Void> end(String statement, Incident incident) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("incident", incident.id)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
