package org.shouwang.notification;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.gateway.PushGateway;
import org.shouwang.platform.Ids;
import org.shouwang.staff.device.Devices;
import org.shouwang.staff.device.PushDevice;

/**
 * Tells workers of something, in the session and transaction of the use case that caused it: inbox rows, their changes in
 * the feed and the deliveries to devices are all written or none. What a worker was told already is not told again.
 */
@Singleton
public class Notifications {

    /** All tell in one order, so that two transactions that tell the same people never wait for each other in a ring. */
    private static final String INSERT_NEW = """
            with notice as (
                select * from jsonb_to_recordset(cast(cast(:notices as text) as jsonb)) as n(
                    id uuid, worker_id uuid, worker_number bigint, appointment_id uuid, event text, occurrence text,
                    urgent boolean, in_summary boolean, grade text, followed_from timestamptz, look_at timestamptz,
                    subject_type text, subject_id uuid, due_on date, counts jsonb, created_at timestamptz)
            ), told as (
                insert into notification (id, worker_id, appointment_id, event, occurrence, urgent, in_summary,
                                          subject_type, subject_id, due_on, counts, created_at)
                select id, worker_id, appointment_id, event, occurrence, urgent, in_summary, subject_type, subject_id,
                       due_on, counts, created_at
                from notice
                order by worker_id, event, occurrence
                on conflict (worker_id, event, occurrence) do nothing
                returning id, version
            ), followed as (
                insert into reach (notification_id, worker_id, appointment_id, subject_id, grade, told_at, next_look_at)
                select told.id, notice.worker_id, notice.appointment_id, notice.subject_id, notice.grade,
                       notice.followed_from, notice.look_at
                from told join notice on notice.id = told.id
                where notice.grade is not null
            )
            select cast(told.id as text)
            from told
            join notice on notice.id = told.id
            cross join lateral feed_put(-notice.worker_number, 'notification', told.id, told.version) as fed
            """;

    private static final String INSERT_DELIVERIES = """
            insert into delivery (notification_id, device_id, channel, platform, created_at, state, gathered,
                                  next_attempt_at)
            select d.notification_id, d.device_id, d.channel, d.platform, d.created_at, 'PENDING', d.gathered,
                   case when d.gathered then greatest(d.next_attempt_at, r.not_before) else d.next_attempt_at end
            from jsonb_to_recordset(cast(cast(:deliveries as text) as jsonb)) as d(
                notification_id uuid, device_id uuid, channel text, platform text, created_at timestamptz, gathered boolean,
                next_attempt_at timestamptz)
            left join push_round r on r.device_id = d.device_id and r.channel = d.channel
            """;

    /** Passes over what a sender writes down at this moment, so that no use case waits for a sender or makes one fail. */
    private static final String WITHDRAW = """
            with waiting as materialized (
                select d.notification_id, d.device_id, d.channel, d.created_at
                from notification n
                join delivery d on d.notification_id = n.id
                where n.subject_type = :type and n.subject_id in (:subjects) and d.state = 'PENDING' %s
                for update of d skip locked)
            update delivery d
            set state = 'STALE', error = 'WITHDRAWN', lease_owner = null, leased_until = null
            from waiting
            where d.notification_id = waiting.notification_id and d.device_id = waiting.device_id
              and d.channel = waiting.channel and d.created_at = waiting.created_at
            """;

    private final Devices devices;
    private final Set<String> channels;
    private final PushPace pace;
    private final Clock clock;

    Notifications(Devices devices, @All List<PushGateway> gateways, PushPace pace, Clock clock) {
        this.devices = devices;
        this.pace = pace;
        this.channels = gateways.stream().map(PushGateway::channel).collect(Collectors.toSet());
        this.clock = clock;
    }

    /** Tells one worker of one thing. */
    public Uni<Void> tell(Notice notice) {
        return tell(List.of(notice));
    }

    /** Tells any number of workers in three statements. */
    public Uni<Void> tell(List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Map<UUID, Notice> byId = new LinkedHashMap<>();
        notices.forEach(notice -> byId.put(Ids.next(), notice));
        return insertNew(byId, now)
                .map(ids -> ids.stream().filter(id -> pushed(byId, id)).collect(Collectors.toMap(id -> id, byId::get)))
                .chain(told -> deliver(told, now));
    }

    /**
     * Takes back the pushes about these subjects that have not gone out, since there is nothing to do any more, or somebody
     * else does it. What stands in an inbox stays there.
     */
    public Uni<Void> withdraw(String subjectType, Collection<UUID> subjectIds) {
        if (subjectIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW.formatted(""))
                        .setParameter("type", subjectType)
                        .setParameter("subjects", subjectIds)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The same of these events alone: what else was said about the subject is still to be known. */
    public Uni<Void> withdraw(String subjectType, UUID subjectId, Collection<String> events) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW.formatted("and n.event in (:events)"))
                        .setParameter("type", subjectType)
                        .setParameter("subjects", List.of(subjectId))
                        .setParameter("events", events)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static boolean pushed(Map<UUID, Notice> notices, UUID id) {
        Notice notice = notices.get(id);
        return notice != null && notice.push() != Push.NONE && notice.push() != Push.SUMMARY;
    }

    private static Uni<List<UUID>> insertNew(Map<UUID, Notice> notices, Instant now) {
        JsonArray rows = new JsonArray();
        notices.forEach((id, notice) -> rows.add(row(id, notice, now)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT_NEW, String.class)
                        .setParameter("notices", rows.encode())
                        .getResultList())
                .map(ids -> ids.stream().map(UUID::fromString).toList());
    }

    private static JsonObject row(UUID id, Notice notice, Instant now) {
        return new JsonObject()
                .put("id", id.toString())
                .put("worker_id", notice.workerId().toString())
                .put("worker_number", notice.workerNumber())
                .put("appointment_id", notice.appointmentId().toString())
                .put("event", notice.event())
                .put("occurrence", notice.occurrence())
                .put("urgent", notice.urgent())
                .put("in_summary", notice.push() == Push.SUMMARY)
                .put("grade", notice.grade().isFollowed() ? notice.grade().name() : null)
                .put("followed_from", notice.followedFrom(now).toString())
                .put(
                        "look_at",
                        NextStep.firstLook(notice.grade(), notice.followedFrom(now))
                                .toString())
                .put("subject_type", notice.subjectType())
                .put("subject_id", notice.subjectId().toString())
                .put("due_on", notice.dueOn() == null ? null : notice.dueOn().toString())
                .put("counts", notice.counts().isEmpty() ? null : new JsonObject(Map.copyOf(notice.counts())))
                .put("created_at", now.toString());
    }

    private Uni<Void> deliver(Map<UUID, Notice> told, Instant now) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> workers = told.values().stream().map(Notice::workerId).collect(Collectors.toSet());
        return devices.ofWorkers(workers).chain(found -> insert(deliveries(told, found, now)));
    }

    private JsonArray deliveries(Map<UUID, Notice> told, List<PushDevice> found, Instant now) {
        JsonArray rows = new JsonArray();
        told.forEach((id, notice) -> found.stream()
                .filter(device -> device.workerId().equals(notice.workerId()) && channels.contains(device.channel()))
                .forEach(device -> rows.add(new JsonObject()
                        .put("notification_id", id.toString())
                        .put("device_id", device.id().toString())
                        .put("channel", device.channel())
                        .put("platform", device.platform())
                        .put("created_at", now.toString())
                        .put("gathered", !notice.urgent())
                        .put("next_attempt_at", firstAttempt(notice, now).toString()))));
        return rows;
    }

    private Instant firstAttempt(Notice notice, Instant now) {
        return switch (notice.push()) {
            case AT_ONCE -> now;
            case COLLECTED -> QuietHours.earliest(now, false);
            case DAYTIME, NONE, SUMMARY -> QuietHours.earliest(now.plus(pace.gather()), false);
        };
    }

    private static Uni<Void> insert(JsonArray deliveries) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT_DELIVERIES)
                        .setParameter("deliveries", deliveries.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
