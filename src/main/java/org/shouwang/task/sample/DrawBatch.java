package org.shouwang.task.sample;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.Carers;
import org.shouwang.task.CheckTasks;
import org.shouwang.task.sample.SampleRows.Quarter;

/** Draws visits in one transaction: who verifies them is read before, what was verified meanwhile in it. */
@Singleton
class DrawBatch {

    private final SampleRows rows;
    private final CheckTasks tasks;
    private final Posts posts;
    private final SampleConfig config;

    DrawBatch(SampleRows rows, CheckTasks tasks, Posts posts, SampleConfig config) {
        this.rows = rows;
        this.tasks = tasks;
        this.posts = posts;
        this.config = config;
    }

    /** Judges visits that arrived. Answers how many it held. */
    Uni<Integer> judge(List<SampledVisit> visits, Instant now) {
        return carers(visits)
                .chain(carers ->
                        Panache.withTransaction(() -> rows.hold(ids(visits)).chain(held -> {
                            List<SampledVisit> mine = visits.stream()
                                    .filter(visit -> held.contains(visit.visitId()))
                                    .toList();
                            return judge(mine, carers, now).replaceWith(mine.size());
                        })));
    }

    private Uni<Void> judge(List<SampledVisit> visits, Carers carers, Instant now) {
        List<SampledVisit> counting =
                visits.stream().filter(SampledVisit::counts).toList();
        Map<UUID, SampleReason> drawn = new HashMap<>();
        counting.forEach(
                visit -> visit.drawn(config.sharePercent()).ifPresent(reason -> drawn.put(visit.visitId(), reason)));
        Uni<Void> written = rows.leftOut(
                ids(visits.stream().filter(visit -> !visit.counts()).toList()));
        for (SampledVisit visit : counting) {
            written = written.chain(() -> rows.judged(visit.visitId(), drawn.get(visit.visitId()), now));
        }
        List<SampledVisit> inOneOrder = counting.stream()
                .sorted(Comparator.comparing(SampledVisit::author).thenComparing(SampledVisit::quarter))
                .toList();
        for (SampledVisit visit : inOneOrder) {
            written = written.chain(
                    () -> rows.fillAt(visit.author(), visit.quarter(), Draw.fillsAt(visit.quarter(), now)));
        }
        List<SampledVisit> asked = counting.stream()
                .filter(visit -> drawn.containsKey(visit.visitId()))
                .toList();
        return written.chain(() -> ask(asked, carers, now));
    }

    /** Fills up a worker's quarter with these. */
    Uni<Void> fill(Quarter quarter, List<SampledVisit> visits, Instant now) {
        return carers(visits)
                .chain(carers ->
                        Panache.withTransaction(() -> rows.claim(quarter).chain(mine -> {
                            if (!mine) {
                                return Uni.createFrom().voidItem();
                            }
                            Uni<Void> written = rows.filled(quarter);
                            for (SampledVisit visit : visits) {
                                written = written.chain(() -> rows.judged(visit.visitId(), SampleReason.FILLED, now));
                            }
                            return written.chain(() -> ask(visits, carers, now));
                        })));
    }

    private Uni<Void> ask(List<SampledVisit> drawn, Carers carers, Instant now) {
        return rows.pending(ids(drawn))
                .chain(pending -> tasks.make(drawn.stream()
                        .filter(visit -> pending.contains(visit.visitId()))
                        .map(visit -> wish(visit, carers, now))
                        .toList()));
    }

    /**
     * Asked in the name of whoever gets it, or stands above, or else of whoever paid the visit. Nobody verifies the own visit. It stands
     * at the township, where that is whose work it is: the village has nothing to do.
     */
    private CheckTasks.Wish wish(SampledVisit visit, Carers carers, Instant now) {
        List<Holder> others = carers.above(visit.area()).stream()
                .filter(holder -> !holder.workerId().equals(visit.author()))
                .toList();
        Optional<Holder> coordinator = others.stream()
                .filter(holder -> holder.post().role() == RoleCode.TOWNSHIP_COORDINATOR
                        && holder.post().allows(Right.VISIT_CHECK, visit.area()))
                .findFirst();
        Optional<Holder> asks = coordinator.or(() -> others.stream().findFirst());
        AreaCode place = Optional.ofNullable(visit.township())
                .filter(township -> coordinator
                        .map(holder -> holder.post().areas().contains(township))
                        .orElse(true))
                .orElse(visit.area());
        return new CheckTasks.Wish(
                visit.visitId(),
                visit.householdId(),
                place,
                asks.map(holder -> holder.post().appointmentId()).orElse(visit.post()),
                asks.map(Holder::workerId).orElse(visit.author()),
                coordinator.map(holder -> holder.post().appointmentId()).orElse(null),
                visit.grave(),
                LocalDays.of(now).plusDays(config.days()));
    }

    private Uni<Carers> carers(List<SampledVisit> visits) {
        Set<AreaCode> places = visits.stream().map(SampledVisit::area).collect(Collectors.toSet());
        return posts.at(places, Carers.ROLES).map(there -> new Carers(there, Map.of()));
    }

    private static List<UUID> ids(List<SampledVisit> visits) {
        return visits.stream().map(SampledVisit::visitId).toList();
    }
}
