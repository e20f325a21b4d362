package org.shouwang.register.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Forms;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.register.child.RiskLevel;

/** What phones assess offline. What comes of it stands in the child's file. */
@Singleton
class AssessmentOperations {

    private static final String CHILD = "child";

    /** What the contract says of the body: an assessment with the child of whom it is. {@link ReadAssessment} reads it. */
    @Schema(name = "AssessmentOffline")
    record Offline(
            @NotNull UUID id,
            @NotNull UUID childId,
            @NotNull @Size(max = AssessmentForm.VERSION) String modelVersion,
            @NotNull @Size(max = 50) Map<String, @NotNull Boolean> emergencyAnswers,
            @Size(max = 100) @Nullable Map<String, @Nullable Integer> itemScores,

            @Size(max = 100) @Nullable Map<String, @NotNull @Size(max = AssessmentForm.SHORT) String> unknownReasons,
            @Nullable RiskLevel overrideLevel,
            @Size(max = AssessmentForm.LONG) @Nullable String overrideReason,
            @NotNull LocalDate assessedOn) {

        @Override
        public String toString() {
            return "***";
        }
    }

    private record OfChild(@NotNull UUID childId) {}

    private final Forms forms;

    AssessmentOperations(Forms forms) {
        this.forms = forms;
    }

    @Produces
    @Singleton
    OperationHandler<ObjectNode> record(RecordAssessment recordAssessment) {
        return OperationType.making("assessment.record", ObjectNode.class, (operation, form, caller) -> child(form)
                        .chain(child -> recordAssessment.late(operation, child, form, caller))
                        .map(result -> result.map(made ->
                                Effect.of(CHILD, made.child().id(), made.child().version()))))
                .described("AssessmentOffline")
                .with(FormId.RECORD)
                .needing(form -> List.of(UUID.fromString(form.path("childId").textValue())));
    }

    private Uni<UUID> child(ObjectNode form) {
        try {
            return Uni.createFrom().item(forms.read(form, OfChild.class).childId());
        } catch (JsonProcessingException | ConstraintViolationException e) {
            return Uni.createFrom().failure(e);
        }
    }
}
