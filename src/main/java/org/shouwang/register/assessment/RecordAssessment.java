package org.shouwang.register.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.assessment.WriteAssessment.Made;
import org.shouwang.register.child.Levels;
import org.shouwang.register.child.Levels.Held;
import org.shouwang.register.move.Residences;
import org.shouwang.register.move.ResidencesThen;

/** Takes in an assessment of a child, once. */
@Singleton
class RecordAssessment {

    private final Levels levels;
    private final AssessmentRows rows;
    private final RiskModels models;
    private final ReadAssessment read;
    private final ResidencesThen residences;
    private final WriteAssessment write;
    private final Clock clock;

    RecordAssessment(
            Levels levels,
            AssessmentRows rows,
            RiskModels models,
            ReadAssessment read,
            ResidencesThen residences,
            WriteAssessment write,
            Clock clock) {
        this.levels = levels;
        this.rows = rows;
        this.models = models;
        this.read = read;
        this.residences = residences;
        this.write = write;
        this.clock = clock;
    }

    /** Answers the assessment. Refused with 409 for a closed file, unless it tells of danger. */
    Uni<Result<Made>> record(UUID childId, ObjectNode body, Caller caller) {
        return record(childId, body, null, caller);
    }

    /** The same of one that was made offline: the child may have moved away since, and the model may have been replaced. */
    Uni<Result<Made>> late(Operation operation, UUID childId, ObjectNode body, Caller caller) {
        return record(childId, body, operation, caller);
    }

    private Uni<Result<Made>> record(UUID childId, ObjectNode body, @Nullable Operation operation, Caller caller) {
        return caller.with(Right.ASSESSMENT_WRITE).then(able -> read.of(body)
                .chain(form -> Races.again(() -> Panache.withTransaction(() -> levels.hold(childId)
                        .chain(child -> child.isEmpty()
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : of(child.get(), form, operation, able))))));
    }

    private Uni<Result<Made>> of(Held child, AssessmentForm form, @Nullable Operation operation, Caller caller) {
        return rows.find(form.id())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(repeated(child, found.get(), form, caller))
                        : lived(child, operation).chain(then -> checked(child, form, operation, then, caller)
                                .then(able -> write.write(child, able, caller).map(Result::ok))));
    }

    private Uni<Residences> lived(Held child, @Nullable Operation operation) {
        return operation == null
                ? Uni.createFrom().item(Residences.OF_NOW)
                : residences.of(List.of(child.id()), null, operation);
    }

    private static Result<Made> repeated(Held child, AssessmentRow found, AssessmentForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.ASSESSMENT_READ, child.areaCode()),
                        found.isMadeBy(form, child.id()),
                        found.isBy(caller.workerId()))
                .map(known -> new Made(
                        new Stored<>(found.id(), found.version(), false, view(known, child, found, caller)), child));
    }

    private static @Nullable AssessmentView view(Known known, Held child, AssessmentRow found, Caller caller) {
        return known == Known.REPEATED ? AssessmentView.of(found, child.areaCode(), caller) : null;
    }

    private Result<WriteAssessment.Able> checked(
            Held child, AssessmentForm form, @Nullable Operation operation, Residences then, Caller caller) {
        Instant doneAt = operation == null ? null : operation.doneAt();
        return then.within(child.id(), child.areaCode(), at -> caller.may(Right.ASSESSMENT_WRITE, at))
                .map(place -> AssessingPost.of(form.isEmergency(), place, caller)
                        .flatMap(post -> child.open() || form.isEmergency()
                                ? Result.ok(post)
                                : Result.<Post>refused(Problem.STATE_CONFLICT))
                        .flatMap(post -> sound(child, form, doneAt != null).map(sound -> {
                            boolean confirms = post.allows(Right.ASSESSMENT_CONFIRM, child.areaCode());
                            return new WriteAssessment.Able(
                                    sound.form, form.hash(), sound.score, post, place, confirms, doneAt);
                        })))
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    /** An assessment that may be stored, and what it amounts to. */
    private record Sound(AssessmentForm form, Score score) {

        @Override
        public String toString() {
            return "***";
        }
    }

    private Result<Sound> sound(Held child, AssessmentForm form, boolean offline) {
        LocalDate today = LocalDays.today(clock);
        if (form.isEmergency()) {
            return Result.ok(danger(child, form, today));
        }
        Optional<RiskModel> model = models.find(form.modelVersion());
        List<Violation> wrong = AssessmentRules.check(form, model.orElse(null), child.birthDate(), today, offline);
        return Result.unless(wrong, form)
                .map(sound -> new Sound(
                        sound,
                        Score.of(model.orElseThrow(), false, sound.scores()).orElseThrow()));
    }

    /** An unknown model is kept under the name that the phone gave it; without one the newest stands there. */
    private Sound danger(Held child, AssessmentForm form, LocalDate today) {
        String version = form.modelVersion().isBlank() ? models.newest().version() : form.modelVersion();
        RiskModel model = models.find(version).orElse(null);
        AssessmentForm usable = AssessmentRules.usable(form, version, model, child.birthDate(), today);
        return new Sound(usable, Score.ofDanger(model, usable.scores()));
    }
}
