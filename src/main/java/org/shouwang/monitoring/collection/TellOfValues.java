package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.unit.UnitPeople;
import org.shouwang.monitoring.unit.UnitPeople.Liaison;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.PostsInOffice.InOffice;

/** One look at one period, in the session and transaction of the sweep. */
@Singleton
class TellOfValues {

    static final String SUBJECT = "collection-period";

    private static final String CLAIM = """
            select area_code, quarter, open_on, due_on from collection_period
            where id = $1 and closed_on is null and withdrawn_at is null and (remind_at is null or remind_at <= $2)
            for update skip locked
            """;

    private static final String TOLD = "select stage from collection_told where period_id = $1 and due_on = $2";

    private static final String KEEP = """
            insert into collection_told (period_id, stage, due_on, told_at) values ($1, $2, $3, $4) on conflict do nothing
            """;

    private static final String LOOK =
            "update collection_period set remind_at = coalesce($2::timestamptz, 'infinity') where id = $1";

    /** Nobody is late with what was asked after the due day; by responsibility_area and indicator_value_responsibility. */
    private static final String OWED = """
            select r.unit_id, count(*)::int
            from collection_period p
            join area a on a.code = p.area_code
            join responsibility r on r.year = p.year and r.area_code >= a.code and r.area_code < a.code_end
            left join indicator_value v on v.responsibility_id = r.id and v.period_id = p.id and v.superseded_by is null
            where p.id = $1 and r.role = 'LEAD' and r.withdrawn_at is null and r.indicator_code = any($2)
              and (v.id is null or v.status in ('RETURNED', 'OPEN'))
              and r.created_at < (p.due_on + 1)::timestamp at time zone 'Asia/Shanghai'
            group by r.unit_id
            """;

    private final Catalogues catalogues;
    private final UnitPeople people;
    private final Notifications notifications;

    TellOfValues(Catalogues catalogues, UnitPeople people, Notifications notifications) {
        this.catalogues = catalogues;
        this.people = people;
        this.notifications = notifications;
    }

    private record Claimed(UUID id, AreaCode area, boolean quarter, LocalDate openOn, LocalDate dueOn) {

        static Claimed of(UUID id, @Nullable Object[] row) {
            return new Claimed(
                    id,
                    new AreaCode((Long) Objects.requireNonNull(row[0])),
                    row[1] != null,
                    (LocalDate) Objects.requireNonNull(row[2]),
                    (LocalDate) Objects.requireNonNull(row[3]));
        }
    }

    /** Answers 1, or 0 where somebody else looks or acts: the next sweep comes soon. */
    Uni<Integer> at(UUID id, Instant now) {
        return SessionSql.rows(CLAIM, id, now.atOffset(ZoneOffset.UTC))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : look(Claimed.of(id, rows.get(0)), now).replaceWith(1));
    }

    private Uni<Void> look(Claimed period, Instant now) {
        return SessionSql.rows(TOLD, period.id(), period.dueOn())
                .map(rows -> rows.stream()
                        .map(row -> Reminder.valueOf((String) Objects.requireNonNull(row[0])))
                        .collect(Collectors.toSet()))
                .map(told -> ReminderLook.at(period.openOn(), period.dueOn(), told, now))
                .chain(look -> look.tell()
                        .map(reminder -> tell(period, reminder, now))
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .chain(() -> keep(period, look, now))
                        .chain(() -> SessionSql.update(
                                LOOK,
                                period.id(),
                                look.next()
                                        .map(next -> next.atOffset(ZoneOffset.UTC))
                                        .orElse(null)))
                        .replaceWithVoid());
    }

    private Uni<Void> tell(Claimed period, Reminder reminder, Instant now) {
        Catalogue catalogue = catalogues.on(LocalDays.of(now));
        String[] due = CollectionPeriod.due(catalogue, period.quarter()).toArray(String[]::new);
        return SessionSql.rows(OWED, period.id(), due)
                .map(TellOfValues::byUnit)
                .chain(owed -> owed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : people.units(owed.keySet()).chain(liaisons -> office(period, reminder)
                                .chain(office ->
                                        notifications.tell(notices(period, reminder, owed, liaisons, office)))));
    }

    private static Map<UUID, Integer> byUnit(List<@Nullable Object[]> rows) {
        Map<UUID, Integer> owed = new HashMap<>();
        rows.forEach(row -> owed.put((UUID) Objects.requireNonNull(row[0]), (Integer) Objects.requireNonNull(row[1])));
        return owed;
    }

    /** It hears once the day is missed. */
    private Uni<List<InOffice>> office(Claimed period, Reminder reminder) {
        return reminder == Reminder.MISSED
                ? people.office(period.area())
                : Uni.createFrom().item(List.of());
    }

    private static List<Notice> notices(
            Claimed period, Reminder reminder, Map<UUID, Integer> owed, List<Liaison> liaisons, List<InOffice> office) {
        List<Notice> notices = new ArrayList<>();
        byPerson(liaisons)
                .forEach((worker, posts) -> notices.add(notice(
                        period,
                        reminder,
                        reminder.event(),
                        posts.get(0).post(),
                        Map.of(
                                "values-owed",
                                posts.stream()
                                        .map(Liaison::unitId)
                                        .distinct()
                                        .mapToInt(unit -> owed.getOrDefault(unit, 0))
                                        .sum()))));
        office.forEach(one ->
                notices.add(notice(period, reminder, "values-missed-office", one, Map.of("units-late", owed.size()))));
        return notices;
    }

    private static Map<UUID, List<Liaison>> byPerson(Collection<Liaison> liaisons) {
        return liaisons.stream().collect(Collectors.groupingBy(one -> one.post().workerId()));
    }

    private static Notice notice(
            Claimed period, Reminder reminder, String event, InOffice one, Map<String, Integer> counts) {
        return new Notice(
                one.workerId(),
                one.workerNumber(),
                one.appointmentId(),
                event,
                period.id() + "/" + reminder + "/" + period.dueOn(),
                Push.DAYTIME,
                SUBJECT,
                period.id(),
                period.dueOn(),
                counts);
    }

    private static Uni<Void> keep(Claimed period, ReminderLook look, Instant now) {
        Set<Reminder> done = new HashSet<>(look.passed());
        look.tell().ifPresent(done::add);
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Reminder reminder : done) {
            kept = kept.chain(() -> SessionSql.update(
                            KEEP, period.id(), reminder.name(), period.dueOn(), now.atOffset(ZoneOffset.UTC))
                    .replaceWithVoid());
        }
        return kept;
    }
}
