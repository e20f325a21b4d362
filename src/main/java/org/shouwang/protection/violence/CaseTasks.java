package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.task.FollowUp;
import org.shouwang.task.FollowUpListener;
import org.shouwang.task.FollowUpTasks;
import org.shouwang.task.FollowUpTasks.Wish;

/** The visits and checks that letters and orders ask for, as tasks of the post that answers for the case. */
@Singleton
class CaseTasks implements FollowUpListener {

    private static final String LINK =
            "insert into violence_task (task_id, case_id, letter_id, order_id) values ($1, $2, $3, $4)";
    private static final String OF_CASE = "select task_id from violence_task where case_id = $1";
    private static final String OF_PAPER = "select task_id from violence_task where letter_id = $1 or order_id = $1";
    private static final String ENDED = """
            select distinct case_id, letter_id from violence_task where task_id = any($1) order by case_id, letter_id
            """;
    private static final String CASES =
            "select distinct case_id from violence_task where task_id = any($1) order by case_id";

    private final FollowUpTasks tasks;
    private final CaseRepository cases;
    private final Victims victims;
    private final TellOfCase tell;
    private final Clock clock;

    CaseTasks(FollowUpTasks tasks, CaseRepository cases, Victims victims, TellOfCase tell, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.victims = victims;
        this.tell = tell;
        this.clock = clock;
    }

    /**
     * What a letter or an order asks for.
     *
     * @param since the day from which somebody knows: no earlier visit meets it
     */
    record Asked(FollowUp work, UUID paper, LocalDate since, LocalDate dueOn) {}

    /** Holds those of the case before it is held itself: a visit holds the tasks that it ends, and then their case. */
    Uni<Void> hold(UUID caseId) {
        return ids(OF_CASE, caseId).chain(tasks::open).replaceWithVoid();
    }

    /** The lead of the case sees it beside its holder. */
    Uni<Void> ask(ViolenceCase of, Asked asked, UUID workerId, Post acting) {
        boolean letter = asked.work() == FollowUp.WARNING_LETTER;
        return victims.visited(of)
                .chain(child ->
                        lead(of).chain(assigner -> tasks.ask(wish(of, asked, child, assigner), workerId, acting)))
                .chain(task -> SessionSql.update(
                        LINK, task, of.id, letter ? asked.paper() : null, letter ? null : asked.paper()))
                .replaceWithVoid();
    }

    private Uni<UUID> lead(ViolenceCase of) {
        return tell.leads(of.victim(), of.areaCode).map(leads -> leads.stream()
                .findFirst()
                .map(lead -> lead.post().appointmentId())
                .orElse(of.responsibleAppointmentId));
    }

    /** They go where the case has gone, beside whom its lead there sees them; their holders stay. */
    Uni<Void> moved(ViolenceCase of, UUID workerId, Post acting) {
        return ids(OF_CASE, of.id)
                .chain(all -> lead(of).chain(lead -> tasks.moved(all, of.areaCode, lead, workerId, acting)));
    }

    private static Wish wish(ViolenceCase of, Asked asked, @Nullable UUID child, UUID assigner) {
        return new Wish(
                of.victim().owner,
                of.id,
                asked.work(),
                Ids.next().toString(),
                child,
                of.areaCode,
                of.responsibleAppointmentId,
                assigner,
                LocalDays.at(asked.since(), LocalTime.MIDNIGHT),
                asked.dueOn());
    }

    /** Ends what a letter or an order asks for still; answers whether there was anything. */
    Uni<Boolean> end(UUID paper, UUID workerId, Post acting) {
        return ids(OF_PAPER, paper).chain(tasks::open).chain(open -> tasks.end(open, workerId, acting)
                .replaceWith(() -> !open.isEmpty()));
    }

    /** Whether the visit after a letter was made. */
    Uni<Boolean> isVisited(UUID letter) {
        return ids(OF_PAPER, letter).chain(tasks::done).map(done -> !done.isEmpty());
    }

    Uni<Void> endAll(ViolenceCase of, UUID workerId, Post acting) {
        return ids(OF_CASE, of.id).chain(all -> tasks.end(all, workerId, acting));
    }

    Uni<Void> give(ViolenceCase of, UUID workerId, Post acting) {
        return ids(OF_CASE, of.id).chain(all -> tasks.give(all, of.responsibleAppointmentId, workerId, acting));
    }

    /** The result of a visit goes to the police and the lead: that there is one (E8); the record is where visits are. */
    @Override
    public Uni<Void> ended(Collection<UUID> taskIds, Caller caller, Post acting) {
        return SessionSql.rows(ENDED, (Object) taskIds.toArray(UUID[]::new)).chain(found -> {
            Uni<Void> told = Uni.createFrom().voidItem();
            for (@Nullable Object[] row : found) {
                UUID caseId = (UUID) Objects.requireNonNull(row[0]);
                told = told.chain(() -> ended(caseId, (UUID) row[1], caller));
            }
            return told;
        });
    }

    private Uni<Void> ended(UUID caseId, @Nullable UUID letter, Caller caller) {
        return cases.locked(caseId).map(Objects::requireNonNull).chain(of -> {
            of.touch(clock.instant(), caller.workerId());
            return cases.write(of)
                    .chain(() -> letter == null
                            ? Uni.createFrom().voidItem()
                            : tell.withPolice(
                                            of,
                                            new TellOfCase.Word("violence-letter-visited", "letter/" + letter, null),
                                            caller.workerId())
                                    .replaceWithVoid());
        });
    }

    /** The letter reads as not visited again. */
    @Override
    public Uni<Void> reopened(Collection<UUID> taskIds, Caller caller, Post acting) {
        return SessionSql.rows(CASES, (Object) taskIds.toArray(UUID[]::new)).chain(found -> {
            Uni<Void> given = Uni.createFrom().voidItem();
            for (@Nullable Object[] row : found) {
                UUID caseId = (UUID) Objects.requireNonNull(row[0]);
                given = given.chain(() -> cases.locked(caseId))
                        .chain(of -> reopened(Objects.requireNonNull(of), caller, acting));
            }
            return given;
        });
    }

    private Uni<Void> reopened(ViolenceCase of, Caller caller, Post acting) {
        of.touch(clock.instant(), caller.workerId());
        return cases.write(of)
                .chain(() -> of.isOpen() ? give(of, caller.workerId(), acting) : endAll(of, caller.workerId(), acting));
    }

    private static Uni<List<UUID>> ids(String sql, UUID of) {
        return SessionSql.rows(sql, of).map(found -> found.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }
}
