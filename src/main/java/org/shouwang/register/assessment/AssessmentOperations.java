package org.shouwang.register.assessment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.register.child.RiskLevel;

/** What phones assess offline. What comes of it stands in the child's file. */
@Singleton
class AssessmentOperations {

    private static final String CHILD = "child";

    /** An assessment with the child of whom it is. */
    @Schema(name = "AssessmentOffline")
    record Offline(
            @NotNull UUID id,
            @NotNull UUID childId,
            @NotNull @Size(max = 20) String modelVersion,
            @NotNull @Size(max = 50) Map<String, @NotNull Boolean> emergencyAnswers,
            @Size(max = 100) @Nullable Map<String, @Nullable Integer> itemScores,

            @Size(max = 100) @Nullable Map<String, @NotNull @Size(max = 200) String> unknownReasons,
            @Nullable RiskLevel overrideLevel,
            @Size(max = 500) @Nullable String overrideReason,
            @NotNull LocalDate assessedOn) {

        AssessmentForm form() {
            return new AssessmentForm(
                    id,
                    modelVersion,
                    emergencyAnswers,
                    itemScores,
                    unknownReasons,
                    overrideLevel,
                    overrideReason,
                    assessedOn);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Produces
    @Singleton
    OperationHandler<Offline> record(RecordAssessment recordAssessment) {
        return OperationType.making("assessment.record", Offline.class, (operation, form, caller) -> recordAssessment
                        .record(form.childId(), form.form(), operation.doneAt(), caller)
                        .map(result -> result.map(made ->
                                Effect.of(CHILD, made.child().id(), made.child().version()))))
                .with(FormId.RECORD)
                .needing(form -> List.of(form.childId()));
    }
}
