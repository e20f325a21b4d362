package org.shouwang.register.assessment;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.register.assessment.LevelDecision.Found;
import org.shouwang.register.child.Levels;
import org.shouwang.register.child.Levels.Held;
import org.shouwang.register.child.RiskLevel;

/** Writes an assessment that was accepted with all that follows: the child's level, the incident, who is told. */
@Singleton
class WriteAssessment {

    static final String SUBJECT = "RISK_ASSESSMENT";

    private final Levels levels;
    private final AssessmentRows rows;
    private final AssessmentNotices notices;
    private final List<AssessmentListener> listeners;
    private final FollowUpPolicies policies;
    private final Trail trail;
    private final Clock clock;

    WriteAssessment(
            Levels levels,
            AssessmentRows rows,
            AssessmentNotices notices,
            @All List<AssessmentListener> listeners,
            FollowUpPolicies policies,
            Trail trail,
            Clock clock) {
        this.levels = levels;
        this.rows = rows;
        this.notices = notices;
        this.listeners = List.copyOf(listeners);
        this.policies = policies;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What may be written.
     *
     * @param form as it is stored
     * @param asked the request that it comes from
     * @param place where the child lived when it was assessed
     * @param confirms whether the post may confirm lower levels there
     * @param doneAt when a phone made it without network; else null
     */
    record Able(
            AssessmentForm form,
            RequestHash asked,
            Score score,
            Post post,
            AreaCode place,
            boolean confirms,
            @Nullable Instant doneAt) {

        LevelDecision.Made made(Instant now) {
            return new LevelDecision.Made(form.assessedOn(), doneAt == null || doneAt.isAfter(now) ? now : doneAt);
        }

        Found found() {
            return new Found(form.isEmergency(), score.level(), form.wanted(score));
        }

        /** The latest moment at which it can have been made; deadlines run from it. */
        Instant seenAt(Instant now) {
            Instant made = doneAt == null ? now : doneAt;
            Instant dayAfter = LocalDays.at(form.assessedOn().plusDays(1), LocalTime.MIN);
            return dayAfter.isBefore(made) ? dayAfter : made;
        }
    }

    /**
     * What was written, or found.
     *
     * @param child as it was before, but for its version
     */
    record Made(Stored<AssessmentView> stored, Held child) {}

    /** One that tells of danger opens an incident, or is added to the one that goes on. */
    Uni<Made> write(Held child, Able able, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID incident = able.form().isEmergency() ? Ids.next() : null;
        return write(child, able, incident, now, caller).call(() -> emergency(child, able, incident, now, caller));
    }

    /** The same of a danger of which there is an incident already. */
    Uni<Made> writeOfIncident(Held child, Able able, UUID incident, Caller caller) {
        return write(child, able, incident, clock.instant().truncatedTo(ChronoUnit.MICROS), caller);
    }

    private Uni<Made> write(Held child, Able able, @Nullable UUID incident, Instant now, Caller caller) {
        return rows.standing(child).chain(standing -> {
            LevelDecision decision = LevelDecision.of(standing, able.made(now), able.found(), able.confirms());
            return write(child, able, decision, incident, now, caller);
        });
    }

    private Uni<Made> write(
            Held child, Able able, LevelDecision decision, @Nullable UUID incident, Instant now, Caller caller) {
        AssessmentForm form = able.form();
        RiskLevel sets = decision.sets();
        LocalDate validUntil = sets == null ? null : validUntil(child.areaCode(), sets, form.assessedOn());
        AssessmentRows.New made = new AssessmentRows.New(
                form,
                able.asked(),
                able.place(),
                able.score(),
                decision,
                incident,
                able.post().appointmentId(),
                caller.workerId(),
                now,
                able.made(now),
                validUntil);
        return rows.write(made, child)
                .chain(() -> trail.changed(
                        caller, able.post(), "assessment.record", new Subject(SUBJECT, form.id(), child.areaCode())))
                .chain(() -> sets == null
                        ? Uni.createFrom().item(child.version())
                        : levels.set(child.id(), sets, caller, able.post()))
                .call(() -> told(child, able, decision, caller.workerId()))
                .chain(version -> made(child.at(version), form.id(), caller));
    }

    /** Until when a level holds without a new assessment, by the matrix of the place. */
    LocalDate validUntil(AreaCode area, RiskLevel level, LocalDate assessedOn) {
        return assessedOn.plusDays(policies.at(area).at(level.name()).assessmentDays());
    }

    private Uni<Void> told(Held child, Able able, LevelDecision decision, UUID author) {
        AssessmentForm form = able.form();
        if (decision.isUnheard(child.level(), able.found())) {
            return notices.unheard(form.id(), child, author);
        }
        return decision.alarming(child.level())
                .map(level -> notices.raised(form, child, level, author))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> decision.state() == AssessmentState.PENDING
                        ? notices.toConfirm(form.id(), child, author)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> emergency(Held child, Able able, @Nullable UUID incident, Instant now, Caller caller) {
        if (incident == null) {
            return Uni.createFrom().voidItem();
        }
        AssessmentForm form = able.form();
        Emergency emergency = new Emergency(
                form.id(), incident, child.id(), child.areaCode(), child.birthDate(), form.signs(), able.seenAt(now));
        Uni<Void> told = Uni.createFrom().voidItem();
        for (AssessmentListener listener : listeners) {
            told = told.chain(() -> listener.emergency(emergency, caller, able.post()));
        }
        return told;
    }

    private Uni<Made> made(Held child, UUID id, Caller caller) {
        return rows.find(id).map(found -> {
            AssessmentRow row = found.orElseThrow();
            AssessmentView view = AssessmentView.of(row, child.areaCode(), caller);
            return new Made(new Stored<>(id, row.version(), true, view), child);
        });
    }
}
