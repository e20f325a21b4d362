package org.shouwang.visit;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.visit.VisitCodes.ActionTaken;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.LivingEnv;
import org.shouwang.visit.VisitCodes.SafetyTopic;

/** What a visit says of the household, for those whose area it is. */
@Schema(name = "VisitHome")
record VisitHomeView(
        @Nullable String interviewee,
        @Nullable String intervieweeRelation,
        @Nullable List<String> companions,
        @Nullable LivingEnv livingEnv,
        @Nullable List<Hazard> hazards,
        @Nullable List<SafetyTopic> safetyTopics,
        @Nullable String findings,
        @Nullable List<ActionTaken> actionsTaken,
        @Nullable String actionsNote,
        @Nullable List<Material> materials,
        @Nullable List<UUID> photoIds,
        @Nullable UUID signatureFileId,
        @Nullable BigDecimal geoLat,
        @Nullable BigDecimal geoLng,
        @Nullable Integer geoAccuracyM,
        List<UUID> memberIds,

        @Schema(description = "Questions of the form to which there is no answer") @Nullable
        List<String> notAsked) {

    static final VisitHomeView HIDDEN = new VisitHomeView(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(), null);

    static VisitHomeView of(Visit visit, List<UUID> memberIds) {
        return new VisitHomeView(
                visit.interviewee,
                visit.intervieweeRelation,
                visit.companions == null ? null : List.of(visit.companions),
                visit.livingEnv,
                CodeColumn.read(Hazard.class, visit.hazards),
                CodeColumn.read(SafetyTopic.class, visit.safetyTopics),
                visit.findings,
                CodeColumn.read(ActionTaken.class, visit.actionsTaken),
                visit.actionsNote,
                MaterialColumn.read(visit.materials),
                visit.photoIds == null ? null : List.of(visit.photoIds),
                visit.signatureFileId,
                visit.geoLat,
                visit.geoLng,
                visit.geoAccuracyM,
                memberIds,
                NotAsked.ofHousehold(visit));
    }

    @Override
    public String toString() {
        return "***";
    }
}
