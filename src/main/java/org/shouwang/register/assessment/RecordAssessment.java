package org.shouwang.register.assessment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.assessment.WriteAssessment.Made;
import org.shouwang.register.child.Levels;
import org.shouwang.register.child.Levels.Held;

/** Takes in an assessment of a child, once. */
@Singleton
class RecordAssessment {

    private final Levels levels;
    private final AssessmentRows rows;
    private final RiskModels models;
    private final WriteAssessment write;
    private final Clock clock;

    RecordAssessment(Levels levels, AssessmentRows rows, RiskModels models, WriteAssessment write, Clock clock) {
        this.levels = levels;
        this.rows = rows;
        this.models = models;
        this.write = write;
        this.clock = clock;
    }

    /**
     * Answers the assessment. Refused with 409 for a closed file.
     *
     * @param doneAt when a phone made it without network: a model that was replaced meanwhile is taken for a while; else null
     */
    Uni<Result<Made>> record(UUID childId, AssessmentForm form, @Nullable Instant doneAt, Caller caller) {
        return caller.with(Right.ASSESSMENT_WRITE)
                .then(able -> Races.again(() -> Panache.withTransaction(() -> levels.hold(childId)
                        .chain(child -> child.isEmpty()
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : of(child.get(), form, doneAt, able)))));
    }

    private Uni<Result<Made>> of(Held child, AssessmentForm form, @Nullable Instant doneAt, Caller caller) {
        return rows.find(form.id())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(repeated(child, found.get(), form, caller))
                        : checked(child, form, doneAt, caller)
                                .then(able -> write.write(child, able, caller).map(Result::ok)));
    }

    private static Result<Made> repeated(Held child, AssessmentRow found, AssessmentForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.ASSESSMENT_READ, child.areaCode()),
                        found.isMadeBy(form.hash(), child.id()),
                        found.isBy(caller.workerId()))
                .map(known -> new Made(
                        new Stored<>(found.id(), found.version(), false, view(known, child, found, caller)), child));
    }

    private static @Nullable AssessmentView view(Known known, Held child, AssessmentRow found, Caller caller) {
        return known == Known.REPEATED ? AssessmentView.of(found, child.areaCode(), caller) : null;
    }

    private Result<WriteAssessment.Able> checked(
            Held child, AssessmentForm form, @Nullable Instant doneAt, Caller caller) {
        return caller.acting(Right.ASSESSMENT_WRITE, child.areaCode())
                .flatMap(post -> child.open() ? Result.ok(post) : Result.refused(Problem.STATE_CONFLICT))
                .flatMap(post -> scored(child, form, doneAt != null)
                        .map(score -> new WriteAssessment.Able(
                                form, score, post, post.allows(Right.ASSESSMENT_CONFIRM, child.areaCode()), doneAt)));
    }

    private Result<Score> scored(Held child, AssessmentForm form, boolean offline) {
        Optional<RiskModel> model = models.find(form.modelVersion());
        List<Violation> wrong =
                AssessmentRules.check(form, model.orElse(null), child.birthDate(), LocalDays.today(clock), offline);
        return Result.unless(wrong, form)
                .map(sound -> Score.of(model.orElseThrow(), sound.isEmergency(), sound.scores())
                        .orElseThrow());
    }
}
