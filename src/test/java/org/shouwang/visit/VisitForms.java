package org.shouwang.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.Need;
import org.shouwang.visit.VisitCodes.PhysicalToday;
import org.shouwang.visit.VisitCodes.PsychSign;
import org.shouwang.visit.VisitCodes.Purpose;

/** Visits for pure tests: believable ones, and the same with one thing changed. */
record VisitForms(
        Instant startedAt,
        @Nullable Instant endedAt,
        VisitOutcome outcome,
        @Nullable List<Hazard> hazards,
        List<ChildAnswers> children,
        List<UUID> memberIds,
        @Nullable Boolean timeUncertain) {

    static VisitForms at(Instant start) {
        return new VisitForms(
                start, null, VisitOutcome.MET_CHILD, null, List.of(Child.met().answers()), List.of(), null);
    }

    VisitForms started(Instant start) {
        return new VisitForms(start, endedAt, outcome, hazards, children, memberIds, timeUncertain);
    }

    VisitForms ended(Instant end) {
        return new VisitForms(startedAt, end, outcome, hazards, children, memberIds, timeUncertain);
    }

    VisitForms outcome(VisitOutcome changed) {
        return new VisitForms(startedAt, endedAt, changed, hazards, children, memberIds, timeUncertain);
    }

    VisitForms hazards(Hazard... found) {
        return new VisitForms(startedAt, endedAt, outcome, List.of(found), children, memberIds, timeUncertain);
    }

    VisitForms children(Child... visited) {
        List<ChildAnswers> answers = Arrays.stream(visited).map(Child::answers).toList();
        return new VisitForms(startedAt, endedAt, outcome, hazards, answers, memberIds, timeUncertain);
    }

    VisitForms members(UUID... women) {
        return new VisitForms(startedAt, endedAt, outcome, hazards, children, List.of(women), timeUncertain);
    }

    VisitForms withoutTime() {
        return new VisitForms(startedAt, endedAt, outcome, hazards, children, memberIds, true);
    }

    VisitForm form() {
        return new VisitForm(
                new UUID(7, 7),
                null,
                VisitMethod.HOME,
                Purpose.ROUTINE,
                startedAt,
                endedAt,
                outcome,
                null,
                null,
                null,
                hazards,
                null,
                null,
                null,
                null,
                children,
                memberIds,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                timeUncertain,
                null,
                null);
    }

    /** One child of a visit. */
    record Child(
            UUID id,
            boolean seen,
            @Nullable UUID caregiver,
            @Nullable LocalDate next,
            @Nullable PhysicalToday physical,
            @Nullable InjuryDetail injury,
            @Nullable Boolean suspicious,
            @Nullable List<PsychSign> signs,
            @Nullable List<Need> needs) {

        static final UUID ID = new UUID(1, 1);

        static Child met() {
            return new Child(ID, true, null, null, null, null, null, null, null);
        }

        static Child notMet() {
            return new Child(ID, false, null, null, null, null, null, null, null);
        }

        Child id(UUID other) {
            return new Child(other, seen, caregiver, next, physical, injury, suspicious, signs, needs);
        }

        Child caregiver(UUID member) {
            return new Child(id, seen, member, next, physical, injury, suspicious, signs, needs);
        }

        Child next(LocalDate day) {
            return new Child(id, seen, caregiver, day, physical, injury, suspicious, signs, needs);
        }

        Child injured(@Nullable InjuryDetail detail) {
            return new Child(id, seen, caregiver, next, PhysicalToday.INJURED, detail, suspicious, signs, needs);
        }

        Child suspicious(boolean answer) {
            return new Child(id, seen, caregiver, next, physical, injury, answer, signs, needs);
        }

        Child signs(PsychSign... found) {
            return new Child(id, seen, caregiver, next, physical, injury, suspicious, List.of(found), needs);
        }

        Child needs(Need... found) {
            return new Child(id, seen, caregiver, next, physical, injury, suspicious, signs, List.of(found));
        }

        ChildAnswers answers() {
            return new ChildAnswers(
                    id,
                    seen,
                    caregiver,
                    null,
                    next,
                    null,
                    null,
                    physical,
                    injury,
                    suspicious,
                    signs,
                    null,
                    needs,
                    null,
                    null);
        }
    }
}
