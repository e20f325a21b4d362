package org.shouwang.protection.violence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.protection.violence.OrderCodes.BreachReportedTo;
import org.shouwang.protection.violence.OrderCodes.OrderApplicant;
import org.shouwang.protection.violence.OrderCodes.OrderMeasure;

/** A case as somebody may see it to whom it is open; an agency sees the chain and what it said itself, the police letters and orders too. */
@Schema(name = "ViolenceCase")
record ViolenceCaseView(
        UUID id,
        int version,
        AreaCode areaCode,

        @Schema(description = "This or victimMemberId; neither for an agency, whose referral says what it needs")
        @Nullable
        UUID victimChildId,

        @Nullable UUID victimMemberId,
        @Nullable UUID incidentId,
        @Nullable String victimWish,
        @Schema(description = "Not for agencies") @Nullable UUID authorAppointmentId,

        @Schema(description = "Who answers for it; not for agencies") @Nullable
        UUID responsibleAppointmentId,

        @Nullable Instant closedAt,
        @Schema(description = "The chain in its order") List<StageLine> stages,

        @Schema(description = "What was done, in its order; an agency sees its own acts")
        List<ActLine> acts,

        @Schema(description = "Of agencies for the police of the first stage alone")
        List<LetterLine> warningLetters,

        @Schema(description = "Of agencies for the police of the first stage alone")
        List<OrderLine> orders,

        Instant createdAt,
        Instant updatedAt)
        implements Answers.Versioned {

    /** One stage of the chain, and who has it. */
    @Schema(name = "ViolenceStageLine")
    record StageLine(
            ViolenceStage stage,
            StageStatus status,
            @Nullable UUID organisationId,
            @Nullable String organisationName,
            Instant since,

            @Schema(description = "By which it was handed over; an agency sees its own") @Nullable
            UUID referralId,

            @Schema(description = "Until when the agency must answer") @Nullable
            Instant dueAt,

            boolean overdue) {

        StageLine withoutReferral() {
            return new StageLine(stage, status, organisationId, organisationName, since, null, dueAt, overdue);
        }
    }

    /** Something that was done. */
    @Schema(name = "ViolenceActLine")
    record ActLine(
            UUID id,
            CaseAct.Kind kind,
            @Nullable ViolenceStage stage,
            @Nullable StageStatus status,
            @Nullable UUID organisationId,
            Instant at,
            UUID appointmentId,
            @Nullable UUID aboutAppointmentId,
            @Nullable String note) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** A warning letter with the visit that it asks for. */
    @Schema(name = "WarningLetter")
    record LetterLine(
            UUID id,
            @Nullable String letterNo,
            LocalDate issuedOn,
            @Nullable LocalDate villageNotifiedOn,

            @Schema(description = "It was entered by mistake")
            boolean mistaken,

            List<TaskLine> tasks) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** A protection order with the checks that it asks for. */
    @Schema(name = "ProtectionOrder")
    record OrderLine(
            UUID id,
            @Nullable UUID extendsId,
            LocalDate appliedOn,
            @Nullable Instant acceptedAt,
            OrderApplicant appliedBy,
            boolean urgent,

            @Schema(description = "Until when the court decides, while it has not") @Nullable
            Instant decisionDueAt,

            @Nullable LocalDate refusedOn,
            @Nullable String orderNo,
            @Nullable List<OrderMeasure> measures,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate endedOn,

            @Schema(description = "It was entered by mistake")
            boolean mistaken,

            List<BreachLine> breaches,
            List<TaskLine> tasks) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** How an order was not kept. */
    @Schema(name = "ProtectionOrderBreach")
    record BreachLine(
            UUID id,
            LocalDate on,
            String text,
            List<BreachReportedTo> reportedTo,

            @Schema(
                    description =
                            "How many posts were told of it at once; 0 where nobody could be: then somebody must be called")
            int told) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** A task of a letter or an order. */
    @Schema(name = "ViolenceTaskLine")
    record TaskLine(
            UUID taskId,
            LocalDate dueOn,
            String status,
            @Nullable Instant doneAt) {}

    @Override
    public String toString() {
        return "***";
    }
}
