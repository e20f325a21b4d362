package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.UnitPeople;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.staff.PostsInOffice.InOffice;

/** One look at one letter, in the session and transaction of the sweep. */
@Singleton
class TellOfLetter {

    private static final String CLAIM = """
            select status, rectify_due_on, area_code, unit_id from supervision_letter
            where id = $1 and look_at <= $2
            for update skip locked
            """;

    private static final String TOLD = "select stage from supervision_told where letter_id = $1 and due_on = $2";

    private static final String KEEP = """
            insert into supervision_told (letter_id, stage, due_on, told_at) values ($1, $2, $3, $4) on conflict do nothing
            """;

    private static final String LOOK = "update supervision_letter set look_at = $2 where id = $1";

    private static final String MISSED =
            "update supervision_letter set missed_on = rectify_due_on where id = $1 and missed_on is null";

    private final UnitPeople people;
    private final Notifications notifications;

    TellOfLetter(UnitPeople people, Notifications notifications) {
        this.people = people;
        this.notifications = notifications;
    }

    private record Claimed(UUID id, LetterStatus status, LocalDate dueOn, AreaCode area, UUID unit) {

        static Claimed of(UUID id, @Nullable Object[] row) {
            return new Claimed(
                    id,
                    LetterStatus.valueOf((String) Objects.requireNonNull(row[0])),
                    (LocalDate) Objects.requireNonNull(row[1]),
                    new AreaCode((Long) Objects.requireNonNull(row[2])),
                    (UUID) Objects.requireNonNull(row[3]));
        }
    }

    /** Answers 1, or 0 where somebody else looks or acts: the next sweep comes soon. */
    Uni<Integer> at(UUID id, Instant now) {
        return SessionSql.rows(CLAIM, id, now.atOffset(ZoneOffset.UTC))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : look(Claimed.of(id, rows.get(0)), now).replaceWith(1));
    }

    private Uni<Void> look(Claimed letter, Instant now) {
        return SessionSql.rows(TOLD, letter.id(), letter.dueOn())
                .map(rows -> rows.stream()
                        .map(row -> Stage.valueOf((String) Objects.requireNonNull(row[0])))
                        .collect(Collectors.toSet()))
                .map(told -> LetterLook.at(letter.status(), letter.dueOn(), told, now))
                .chain(look -> people.unit(letter.unit()).chain(unit -> people.office(letter.area())
                        .chain(office -> told(letter, look, unit, office, now))));
    }

    /** What nobody is there to hear stays to be told. */
    private Uni<Void> told(Claimed letter, LetterLook look, List<InOffice> unit, List<InOffice> office, Instant now) {
        List<Notice> notices = new ArrayList<>();
        List<Stage> kept = new ArrayList<>(look.passed());
        look.tell().stream().sorted().forEach(stage -> {
            List<Notice> of = notices(letter, stage, unit, office);
            notices.addAll(of);
            if (!of.isEmpty()) {
                kept.add(stage);
            }
        });
        boolean missed = letter.status().awaitsReply() && Deadline.isMissed(letter.dueOn(), LocalDays.of(now));
        return notifications
                .tell(notices)
                .chain(() -> keep(letter, kept, now))
                .chain(() -> missed
                        ? SessionSql.update(MISSED, letter.id())
                        : Uni.createFrom().item(0))
                .chain(() -> SessionSql.update(
                        LOOK,
                        letter.id(),
                        look.next().map(next -> next.atOffset(ZoneOffset.UTC)).orElse(null)))
                .replaceWithVoid();
    }

    private static List<Notice> notices(Claimed letter, Stage stage, List<InOffice> unit, List<InOffice> office) {
        return Stream.concat(
                        notices(letter, stage, stage.toUnit(), unit), notices(letter, stage, stage.toOffice(), office))
                .toList();
    }

    private static Stream<Notice> notices(Claimed letter, Stage stage, Optional<String> event, List<InOffice> whom) {
        return event.stream().flatMap(one -> whom.stream()
                .map(post -> LetterNotices.of(one, letter.id(), stage, letter.dueOn(), post)));
    }

    private static Uni<Void> keep(Claimed letter, List<Stage> stages, Instant now) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Stage stage : stages) {
            kept = kept.chain(() -> SessionSql.update(
                            KEEP, letter.id(), stage.name(), letter.dueOn(), now.atOffset(ZoneOffset.UTC))
                    .replaceWithVoid());
        }
        return kept;
    }
}
