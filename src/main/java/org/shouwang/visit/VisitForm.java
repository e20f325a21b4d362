package org.shouwang.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.visit.VisitCodes.ActionTaken;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.LivingEnv;
import org.shouwang.visit.VisitCodes.PsychSign;
import org.shouwang.visit.VisitCodes.Purpose;
import org.shouwang.visit.VisitCodes.SafetyTopic;

/** A visit as its visitor reports it. Five facts and somebody visited are needed; an answer left out was not asked. */
@Schema(name = "VisitForm")
record VisitForm(
        @NotNull UUID householdId,

        @Schema(description = "The task the visitor had in mind; an unknown one is stored and refuses nothing")
        @Nullable
        UUID taskId,

        @NotNull VisitMethod method,
        @NotNull Purpose purpose,

        @NotNull @Schema(description = "At most 10 minutes ahead of the server, at most 90 days ago")
        Instant startedAt,

        @Schema(description = "Not before the start, at most 4 hours after it") @Nullable
        Instant endedAt,

        @NotNull VisitOutcome outcome,

        @Size(max = 50) @Nullable String interviewee,

        @Schema(description = "Relation to the child, GB/T 4761", examples = "61") @Pattern(regexp = "\\d{2}") @Nullable
        String intervieweeRelation,

        @Nullable LivingEnv livingEnv,

        @Size(max = 20) @Nullable List<@NotNull Hazard> hazards,

        @Size(max = 20) @Nullable List<@NotNull SafetyTopic> safetyTopics,

        @Size(max = 1000) @Nullable String findings,

        @Size(max = 20) @Nullable List<@NotNull ActionTaken> actionsTaken,

        @Size(max = 1000) @Nullable String actionsNote,

        @Schema(description = "One entry for every child seen or asked about") @Size(max = 20) @Nullable
        List<@NotNull @Valid ChildAnswers> children,

        @Schema(description = "Women visited, as members of the household") @Size(max = 20) @Nullable
        List<@NotNull UUID> memberIds,

        @Size(max = 10) @Nullable List<@NotBlank @Size(max = 50) String> companions,

        @Size(max = 20) @Nullable List<@NotNull @Valid Material> materials,

        @Schema(description = "Never needed. The files are sent later; none of an injury") @Size(max = 6) @Nullable
        List<@NotNull UUID> photoIds,

        @Nullable UUID signatureFileId,

        @Schema(description = "Degrees, within China; never needed") @Nullable
        BigDecimal geoLat,

        @Nullable BigDecimal geoLng,

        @Schema(description = "Metres") @PositiveOrZero @Max(100_000) @Nullable
        Integer geoAccuracyM,

        @Schema(
                description =
                        "The phone lost its time and could not correct it: the times break no rule, and decide nothing")
        @Nullable
        Boolean timeUncertain,

        @Schema(description = "The phone's clock when the visit was saved") @Nullable
        Instant clientTime,

        @Nullable UUID deviceId) {

    /** The form that says what is stored. */
    static VisitForm of(StoredVisit stored) {
        Visit visit = stored.visit();
        VisitHomeView home = VisitHomeView.of(visit, stored.memberIds());
        return new VisitForm(
                visit.householdId,
                visit.taskId,
                visit.method,
                visit.purpose,
                visit.startedAt,
                visit.endedAt,
                visit.outcome,
                home.interviewee(),
                home.intervieweeRelation(),
                home.livingEnv(),
                home.hazards(),
                home.safetyTopics(),
                home.findings(),
                home.actionsTaken(),
                home.actionsNote(),
                stored.children().stream().map(ChildAnswers::of).toList(),
                home.memberIds(),
                home.companions(),
                home.materials(),
                home.photoIds(),
                home.signatureFileId(),
                home.geoLat(),
                home.geoLng(),
                home.geoAccuracyM(),
                visit.timeUncertain ? true : null,
                visit.clientTime,
                visit.deviceId);
    }

    List<ChildAnswers> childrenOrNone() {
        return children == null ? List.of() : children;
    }

    List<UUID> membersOrNone() {
        return memberIds == null ? List.of() : memberIds;
    }

    boolean lostItsTime() {
        return Boolean.TRUE.equals(timeUncertain);
    }

    /** Whether an answer changes the level of a child, and so its file. */
    boolean setsLevels() {
        return childrenOrNone().stream()
                .flatMap(child -> Stream.ofNullable(child.psychSigns()).flatMap(List::stream))
                .anyMatch(PsychSign.SELF_HARM_TALK::equals);
    }

    List<UUID> childIds() {
        return childrenOrNone().stream().map(ChildAnswers::childId).distinct().toList();
    }

    @Override
    public String toString() {
        return "***";
    }
}
