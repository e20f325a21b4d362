package org.shouwang.protection.referral;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.protection.directory.ReferralType;

/** A referral as somebody may see it. The receiver is shown what the kind of service needs, and no id that leads to a file. */
@Schema(name = "Referral")
record ReferralView(
        UUID id,
        int version,

        @Schema(
                description =
                        "Where the person lives; for the receiver, and the sender of what is confidential or follows an"
                                + " incident, where the person lived when it was sent")
        AreaCode areaCode,

        ReferralStatus status,
        ReferralType referralType,
        Urgency urgency,

        @Schema(description = "For the sender's post, the receiver and the county lead alone")
        boolean restricted,

        UUID toOrganisationId,
        String toOrganisationName,

        @Schema(description = "Whether anybody is in office there; where nobody is, the county lead answers")
        boolean receiverInOffice,

        SenderView sender,

        @Schema(description = "Not for the receiver that rejected it") @Nullable
        String summary,

        ConsentStatus consentStatus,
        @Nullable LegalGround legalGround,

        @Schema(description = "Not for the receiver") @Nullable
        UUID childId,

        @Schema(description = "Not for the receiver") @Nullable
        UUID personRef,

        @Schema(description = "Where that incident is open to the caller") @Nullable
        UUID incidentId,

        @Schema(description = "Where the earlier one is there for the caller, not as its receiver") @Nullable
        UUID reopens,

        @Schema(description = "Not for the receiver") @Nullable
        UUID senderAppointmentId,

        @Schema(description = "For the receiver alone, in single reads, until it is rejected, answered or closed")
        @Nullable
        SharedView person,

        Instant sentAt,

        @Schema(description = "Until when the receiver answers, or says what came of it") @Nullable
        Instant dueAt,

        boolean overdue,
        @Nullable Instant acceptedAt,
        @Nullable Instant rejectedAt,
        @Nullable String rejectReason,
        @Nullable Instant doneAt,
        @Nullable Instant feedbackAt,
        @Nullable String feedback,
        @Nullable ReferralResult resultCode,
        @Nullable Instant closedAt,

        @Schema(description = "The county lead answered for a receiver without anybody in office")
        boolean onBehalf,

        Instant updatedAt)
        implements Answers.Versioned {

    /**
     * @param person for the receiver, where it is shown
     */
    static ReferralView of(ReferralRow row, Sight sight, SenderView sender, @Nullable SharedView person, Instant now) {
        Referral referral = row.referral();
        Instant due = referral.dueAt;
        return new ReferralView(
                referral.id,
                referral.version,
                sight.area(),
                referral.status,
                referral.referralType,
                referral.urgency,
                referral.restricted,
                referral.toOrganisationId,
                row.organisationName(),
                !row.officers().isEmpty(),
                sender,
                sight.summary() ? referral.summary : null,
                referral.consentStatus,
                referral.legalGround,
                sight.file() ? referral.childId : null,
                sight.file() ? referral.personRef : null,
                sight.incident() ? referral.incidentId : null,
                sight.earlier() ? referral.reopens : null,
                sight.file() ? referral.senderAppointmentId : null,
                person,
                referral.sentAt,
                due,
                due != null && due.isBefore(now),
                referral.acceptedAt,
                referral.rejectedAt,
                referral.rejectReason,
                referral.doneAt,
                referral.feedbackAt,
                referral.feedback,
                referral.resultCode,
                referral.closedAt,
                referral.onBehalf,
                referral.updatedAt);
    }

    @Override
    public String toString() {
        return "***";
    }
}
