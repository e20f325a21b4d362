package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.violence.Papers.Kept;
import org.shouwang.task.FollowUp;

/** Records a warning letter and asks for the visit after it (反家庭暴力法 art. 17); said again with more, it is completed. */
@Singleton
class RecordLetter {

    private final OneCase one;
    private final CaseRepository cases;
    private final Papers papers;
    private final CaseTasks tasks;
    private final OrderDates dates;
    private final Trail trail;
    private final Clock clock;

    RecordLetter(
            OneCase one,
            CaseRepository cases,
            Papers papers,
            CaseTasks tasks,
            OrderDates dates,
            Trail trail,
            Clock clock) {
        this.one = one;
        this.cases = cases;
        this.papers = papers;
        this.tasks = tasks;
        this.dates = dates;
        this.trail = trail;
        this.clock = clock;
    }

    /** A letter as it is to stand. */
    private record Said(WarningLetter letter, Optional<Kept<WarningLetter>> before, RequestHash hash) {

        boolean isRepeated() {
            return before.filter(kept -> kept.isSaidAgain(hash)).isPresent();
        }

        /** The day of the notice, where it is said for the first time or otherwise than before. */
        @Nullable
        LocalDate notified() {
            LocalDate day = letter.villageNotifiedOn();
            boolean known = before.filter(kept -> day != null
                            && !kept.paper().mistaken()
                            && day.equals(kept.paper().villageNotifiedOn()))
                    .isPresent();
            return known ? null : day;
        }
    }

    Uni<Result<Stored<ViolenceCaseView>>> record(UUID id, UUID letterId, WarningLetterForm form, Caller caller) {
        return one.with(id, caller, held -> papers.letter(letterId)
                .map(before -> said(held, letterId, form, before))
                .chain(said ->
                        said.then(sound -> sound.isRepeated() && held.standing().seesWhole()
                                ? Uni.createFrom().item(Result.ok(stored(held.of(), sound)))
                                : held.state()
                                        .working(held.standing())
                                        .thenDo(post -> write(held.of(), sound, caller, post)))));
    }

    private Result<Said> said(
            OneCase.Held held, UUID id, WarningLetterForm form, Optional<Kept<WarningLetter>> before) {
        UUID caseId = held.of().id;
        if (before.filter(kept -> !kept.paper().caseId().equals(caseId)).isPresent()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        WarningLetter letter =
                WarningLetter.of(id, caseId, form, before.map(Kept::paper).orElse(null));
        return Result.unless(letter.violations(LocalDays.today(clock)), new Said(letter, before, RequestHash.of(form)));
    }

    private Uni<Stored<ViolenceCase>> write(ViolenceCase of, Said said, Caller caller, Post post) {
        of.touch(clock.instant(), caller.workerId());
        return cases.write(of)
                .chain(() -> papers.write(said.letter(), said.hash(), caller.workerId()))
                .chain(() -> visit(of, said, caller, post))
                .chain(() -> trail.changed(caller, post, "violence.letter", of.subject()))
                .replaceWith(() -> stored(of, said));
    }

    /** A day that was corrected asks for the visit anew, unless it was made. */
    private Uni<Void> visit(ViolenceCase of, Said said, Caller caller, Post post) {
        if (said.letter().mistaken()) {
            return tasks.end(said.letter().id(), caller.workerId(), post).replaceWithVoid();
        }
        LocalDate notified = said.notified();
        if (notified == null) {
            return Uni.createFrom().voidItem();
        }
        UUID letter = said.letter().id();
        boolean first = said.before()
                .filter(kept -> kept.paper().villageNotifiedOn() != null
                        && !kept.paper().mistaken())
                .isEmpty();
        return tasks.end(letter, caller.workerId(), post)
                .chain(ended -> ended || first
                        ? tasks.ask(
                                of,
                                new CaseTasks.Asked(
                                        FollowUp.WARNING_LETTER, letter, notified, dates.letterVisit(notified)),
                                caller.workerId(),
                                post)
                        : Uni.createFrom().voidItem());
    }

    private static Stored<ViolenceCase> stored(ViolenceCase of, Said said) {
        return said.before().isEmpty() ? Stored.created(of, of) : Stored.repeated(of, of);
    }
}
