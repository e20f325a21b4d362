package org.shouwang.register.assessment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.child.Levels;
import org.shouwang.register.child.Levels.Held;

/** Confirms or refuses a lower level that an assessment asks for; the same decision of the same worker again changes nothing. */
@Singleton
class DecideAssessment {

    private final Levels levels;
    private final AssessmentRows rows;
    private final WriteAssessment write;
    private final AssessmentNotices notices;
    private final Trail trail;
    private final Clock clock;

    DecideAssessment(
            Levels levels,
            AssessmentRows rows,
            WriteAssessment write,
            AssessmentNotices notices,
            Trail trail,
            Clock clock) {
        this.levels = levels;
        this.rows = rows;
        this.write = write;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Answers the assessment as it is afterwards. Refused with 409 when it does not wait for a word, or the level is another one than who decides saw. */
    Uni<Result<Stored<AssessmentView>>> decide(UUID id, DecisionForm form, Caller caller) {
        return caller.with(Right.ASSESSMENT_CONFIRM)
                .then(able -> Races.again(() -> Panache.withTransaction(() -> rows.find(id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : levels.hold(found.get().childId())
                                        .chain(child -> held(id, child.orElseThrow(), form, able))))));
    }

    /** As it is once nobody else can change it. */
    private Uni<Result<Stored<AssessmentView>>> held(UUID id, Held child, DecisionForm form, Caller caller) {
        return rows.find(id).map(Optional::orElseThrow).chain(row -> rows.decidedBy(form.id())
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(repeated(row, child, form, caller))
                        : decided(row, child, form, caller).then(acting -> written(row, child, form, caller, acting)
                                .map(Result::ok))));
    }

    private static Result<Stored<AssessmentView>> repeated(
            AssessmentRow row, Held child, DecisionForm form, Caller caller) {
        AssessmentRow.Decided decision = row.decision();
        boolean visible = caller.may(Right.ASSESSMENT_READ, child.areaCode());
        boolean same = decision != null
                && decision.id().equals(form.id())
                && decision.workerId().equals(caller.workerId())
                && decision.hash().equals(AssessmentJson.hex(form.hash()));
        if (!same) {
            return Result.refused(visible ? Problem.ID_REUSED : Problem.NOT_FOUND);
        }
        return Result.ok(new Stored<>(
                row.id(), row.version(), false, visible ? AssessmentView.of(row, child.areaCode(), caller) : null));
    }

    private static Result<Post> decided(AssessmentRow row, Held child, DecisionForm form, Caller caller) {
        return caller.acting(Right.ASSESSMENT_CONFIRM, child.areaCode())
                .flatMap(post -> row.isBy(caller.workerId())
                        ? Result.<Post>invalid("id", "assessment-confirmed-by-another")
                        : Result.ok(post))
                .flatMap(post -> !form.accepted()
                                && (form.reason() == null || form.reason().isBlank())
                        ? Result.<Post>invalid("reason", "assessment-refusal-says-why")
                        : Result.ok(post))
                .flatMap(post ->
                        child.open() && row.state() == AssessmentState.PENDING && form.fromLevel() == child.level()
                                ? Result.ok(post)
                                : Result.<Post>refused(Problem.STATE_CONFLICT));
    }

    private Uni<Stored<AssessmentView>> written(
            AssessmentRow row, Held child, DecisionForm form, Caller caller, Post acting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String action = form.accepted() ? "assessment.confirm" : "assessment.reject";
        Subject subject = new Subject(WriteAssessment.SUBJECT, row.id(), child.areaCode());
        return rows.decide(row, form, acting.appointmentId(), caller.workerId(), now)
                .chain(() -> form.accepted() ? confirmed(row, child, now, caller, acting) : rows.reject(row.id()))
                .chain(() -> trail.changed(caller, acting, action, subject))
                .chain(() -> notices.decided(row))
                .chain(() -> rows.find(row.id()))
                .map(Optional::orElseThrow)
                .map(after -> new Stored<>(
                        after.id(), after.version(), false, AssessmentView.of(after, child.areaCode(), caller)));
    }

    private Uni<Void> confirmed(AssessmentRow row, Held child, Instant now, Caller caller, Post acting) {
        AssessmentRow.Given given = Objects.requireNonNull(row.answers());
        return rows.confirm(given, row.id(), write.validUntil(child.areaCode(), given.wanted(), row.assessedOn()), now)
                .chain(() -> levels.set(child.id(), given.wanted(), caller, acting))
                .replaceWithVoid();
    }
}
