package org.shouwang.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.visit.VisitCodes.Verdict;

/** What phones do to visits offline. */
@Singleton
class VisitOperations {

    /** What a coordinator found of a visit, and which version of it was seen. */
    @Schema(name = "VisitVerificationOffline")
    record Verified(
            @NotNull UUID id,
            @NotNull Integer baseVersion,
            @NotNull Verdict verdict,
            @Size(max = 500) @Nullable String comment) {

        VerificationForm asForm() {
            return new VerificationForm(id, verdict, comment);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Produces
    @Singleton
    OperationHandler<VisitForm> record(RecordVisit recordVisit) {
        return OperationType.making("visit.record", VisitFeed.KIND, VisitForm.class, recordVisit::late)
                .at("startedAt", "endedAt")
                .flagged("timeUncertain")
                .needing(form -> Stream.concat(Stream.of(form.householdId()), form.childIds().stream())
                        .toList());
    }

    @Produces
    @Singleton
    OperationHandler<ObjectNode> amend(AmendVisit amendVisit) {
        return OperationType.doing("visit.amend", ObjectNode.class, amendVisit::late)
                .described("VisitAmendment")
                .at("startedAt", "endedAt")
                .flagged("timeUncertain");
    }

    @Produces
    @Singleton
    OperationHandler<Verified> verify(VerifyVisit verifyVisit) {
        return OperationType.doing("visit.verify", Verified.class, (operation, form, caller) -> verifyVisit
                        .verify(
                                operation.record(),
                                Result.ok(new BaseVersion(form.baseVersion())),
                                form.asForm(),
                                caller)
                        .map(result -> result.map(view -> Effect.of(VisitFeed.KIND, view.id(), view.version()))))
                .with(FormId.OPERATION);
    }
}
