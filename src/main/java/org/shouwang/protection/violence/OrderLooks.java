package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.violence.OrderDates.Look;
import org.shouwang.task.FollowUp;

/** When orders are looked at, in stored rows; in the session of a use case or of the sweep. */
@Singleton
class OrderLooks {

    private static final String ROUND =
            "select round from protection_order_look where order_id = $1 and kind = 'CHECK'";
    private static final String SET = """
            insert into protection_order_look (order_id, kind, round, due_at) values ($1, $2, $3, $4)
            on conflict (order_id, kind) do update set round = excluded.round, due_at = excluded.due_at
            """;
    private static final String STOP =
            "update protection_order_look set due_at = null where order_id = $1 and kind = $2";
    private static final String END_ALL = """
            update protection_order_look l set due_at = null
            from protection_order o where o.id = l.order_id and o.case_id = $1
            """;
    private static final String CLAIM = """
            select round, due_at from protection_order_look
            where order_id = $1 and kind = $2 and due_at <= $3
            for update
            """;

    private final Papers papers;
    private final CaseTasks tasks;
    private final OrderDates dates;
    private final Clock clock;

    OrderLooks(Papers papers, CaseTasks tasks, OrderDates dates, Clock clock) {
        this.papers = papers;
        this.tasks = tasks;
        this.dates = dates;
        this.clock = clock;
    }

    /** A look that is due. */
    record Due(int round, Instant at) {}

    /** Still due where nobody else has looked. */
    Uni<Optional<Due>> claim(UUID order, Look look, Instant now) {
        return SessionSql.rows(CLAIM, order, look.name(), now.atOffset(ZoneOffset.UTC))
                .map(found -> found.stream()
                        .findFirst()
                        .map(row -> new Due(
                                (Integer) Objects.requireNonNull(row[0]),
                                ((OffsetDateTime) Objects.requireNonNull(row[1])).toInstant())));
    }

    /** From what is known of the order now. */
    Uni<Void> set(ProtectionOrder order) {
        return round(order.id()).chain(round -> {
            Map<Look, Instant> next = dates.looks(order, round);
            Uni<Void> set = Uni.createFrom().voidItem();
            for (Look look : Look.values()) {
                set = set.chain(() -> set(order.id(), look, look == Look.CHECK ? round : 0, next.get(look)));
            }
            return set;
        });
    }

    private static Uni<Integer> round(UUID order) {
        return SessionSql.rows(ROUND, order)
                .map(found -> found.isEmpty() ? 1 : (Integer) Objects.requireNonNull(found.get(0)[0]));
    }

    /** @param due null where there is nothing to look at */
    Uni<Void> set(UUID order, Look look, int round, @Nullable Instant due) {
        return SessionSql.update(SET, order, look.name(), round, due == null ? null : due.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    Uni<Void> stop(UUID order, Look look) {
        return SessionSql.update(STOP, order, look.name()).replaceWithVoid();
    }

    Uni<Void> firstCheck(ViolenceCase of, ProtectionOrder order, UUID workerId, Post acting) {
        LocalDate served = Objects.requireNonNull(order.servedOn());
        return check(of, order, dates.firstCheck(served), workerId, acting);
    }

    /** Never after the order's last day. */
    Uni<Void> check(ViolenceCase of, ProtectionOrder order, LocalDate day, UUID workerId, Post acting) {
        LocalDate served = Objects.requireNonNull(order.servedOn());
        LocalDate last = Objects.requireNonNull(order.validTo());
        LocalDate due = day.isAfter(last) ? last : day;
        return tasks.ask(of, new CaseTasks.Asked(FollowUp.PROTECTION_ORDER, order.id(), served, due), workerId, acting);
    }

    /** The case is closed. */
    Uni<Void> endAll(ViolenceCase of) {
        return SessionSql.update(END_ALL, of.id).replaceWithVoid();
    }

    /** The case is open again: what its letters and orders ask for, and was not done, is asked for again. */
    Uni<Void> beginAll(ViolenceCase of, UUID workerId, Post acting) {
        return papers.orders(of.id)
                .chain(orders -> {
                    Uni<Void> begun = Uni.createFrom().voidItem();
                    for (ProtectionOrder order : orders) {
                        begun = begun.chain(() -> checkAgain(of, order, workerId, acting))
                                .chain(() -> set(order));
                    }
                    return begun;
                })
                .chain(() -> papers.letters(of.id))
                .chain(letters -> {
                    Uni<Void> asked = Uni.createFrom().voidItem();
                    for (WarningLetter letter : letters) {
                        asked = asked.chain(() -> visitAgain(of, letter, workerId, acting));
                    }
                    return asked;
                });
    }

    /** Nobody has looked while the case was closed. */
    private Uni<Void> checkAgain(ViolenceCase of, ProtectionOrder order, UUID workerId, Post acting) {
        LocalDate today = LocalDays.today(clock);
        return order.isKeptOn(today)
                ? check(of, order, dates.firstCheck(today), workerId, acting)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> visitAgain(ViolenceCase of, WarningLetter letter, UUID workerId, Post acting) {
        LocalDate notified = letter.villageNotifiedOn();
        return notified == null || letter.mistaken()
                ? Uni.createFrom().voidItem()
                : tasks.isVisited(letter.id())
                        .chain(visited -> visited
                                ? Uni.createFrom().voidItem()
                                : tasks.ask(
                                        of,
                                        new CaseTasks.Asked(
                                                FollowUp.WARNING_LETTER,
                                                letter.id(),
                                                notified,
                                                dates.letterVisit(notified)),
                                        workerId,
                                        acting));
    }
}
