package org.shouwang.register.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;
import org.shouwang.register.SexCode;

/**
 * A child's file as one caller may see it: addresses in full, since the child must be found; the phone in full for the posts that call;
 * the identity number masked.
 */
@Schema(name = "Child")
record ChildView(
        UUID id,
        int version,
        String fullName,
        SexCode sexCode,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable IdType idType,
        @Schema(examples = "**************0014") @Nullable String idNumberMasked,
        @Schema(examples = "139****0001") @Nullable String contactPhoneMasked,

        @Schema(description = "In full, for the village's own posts: somebody must be called") @Nullable
        String contactPhone,

        @Nullable Boolean noContact,
        @Nullable Boolean hukouRegistered,
        @Nullable AreaCode hukouAreaCode,
        @Nullable String hukouAddress,
        AreaCode residenceAreaCode,
        AreaCode recordedAreaCode,
        @Nullable String residenceAddress,
        @Nullable String hamlet,
        @Nullable Boolean ruralHukou,
        @Nullable UUID householdId,
        @Nullable LivingStatus livingStatus,
        @Nullable RiskLevel riskLevel,
        FileStatus fileStatus,

        @Schema(description = "Fields that a complete file has and this one lacks")
        List<String> missing,

        @Schema(
                description =
                        "Another file seems to be of the same person: this one stays a draft until the number is corrected or"
                                + " it is closed as DUPLICATE")
        boolean duplicate,

        @Schema(description = "That file, where the caller may see it") @Nullable
        UUID duplicateOf,

        @Nullable CloseReason closeReason,
        @Nullable UUID responsibleAppointmentId,
        Instant lastVerifiedAt,
        @Nullable FileSource source,
        @Nullable Instant noticeGivenAt,
        @Nullable String noticeVersion,
        @Nullable String remark,
        List<ChildForm.Link> members,
        List<Category> categories,
        @Nullable Assessment assessment)
        implements Answers.Versioned {

    @Schema(name = "ChildCategory")
    record Category(
            UUID id,
            CategoryCode categoryCode,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            CategoryStatus status,

            @Schema(description = "Proposed from the parents' facts")
            boolean byRule,

            @Nullable String otherText,
            @Nullable UUID recognisedOrganisationId,
            @Nullable LocalDate recognisedOn,
            @Nullable String docNo) {

        static Category of(ChildCategory category) {
            return new Category(
                    category.id,
                    category.categoryCode,
                    category.startDate,
                    category.endDate,
                    category.status,
                    category.byRule,
                    category.otherText,
                    category.recognisedOrganisationId,
                    category.recognisedOn,
                    category.docNo);
        }
    }

    /** The assessment that the level comes from. */
    @Schema(name = "RiskAssessment")
    record Assessment(UUID id, String modelVersion, RiskLevel riskLevel, LocalDate assessedOn) {

        static Assessment of(RiskAssessment assessment) {
            return new Assessment(assessment.id, assessment.modelVersion, assessment.riskLevel, assessment.assessedOn);
        }
    }

    /** Whether the caller's post is one that calls about this child, and so has the phone in full. */
    static boolean isCalledBy(Caller caller, Child child) {
        return caller.sees(Right.FAMILY_CALL, FieldClass.S, child.areaCode);
    }

    static ChildView of(Child child, ChildParts parts, Caller caller, SealedFields sealed) {
        Optional<String> phone = sealed.find(Column.CHILD_CONTACT_PHONE, child.id, child.contactPhoneCipher);
        return new ChildView(
                child.id,
                child.version,
                child.fullName,
                child.sexCode,
                child.birthDate,
                child.birthYear,
                child.idType,
                sealed.find(Column.CHILD_ID_NUMBER, child.id, child.idNumberCipher)
                        .map(IdentityDocument::masked)
                        .orElse(null),
                phone.map(number -> new PhoneNumber(number).masked()).orElse(null),
                phone.filter(number -> isCalledBy(caller, child)).orElse(null),
                child.noContact,
                child.hukouRegistered,
                child.hukouAreaCode,
                sealed.find(Column.CHILD_HUKOU_ADDRESS, child.id, child.hukouAddressCipher)
                        .orElse(null),
                child.areaCode,
                child.recordedAreaCode,
                sealed.find(Column.CHILD_RESIDENCE_ADDRESS, child.id, child.residenceAddressCipher)
                        .orElse(null),
                child.hamlet,
                child.ruralHukou,
                child.householdId,
                child.livingStatus,
                child.riskLevel,
                child.fileStatus,
                MissingFacts.of(child, parts),
                child.duplicateOf != null,
                parts.other()
                        .filter(other -> caller.may(Right.CHILD_READ, other.areaCode()))
                        .map(ChildParts.Other::id)
                        .orElse(null),
                child.closeReason,
                child.responsibleAppointmentId,
                child.lastVerifiedAt,
                child.source,
                child.noticeGivenAt,
                child.noticeVersion,
                child.remark,
                parts.links().stream().map(MemberChild::link).toList(),
                parts.categories().stream()
                        .filter(category -> RestrictedCategories.visible(
                                category.categoryCode, caller, Right.CHILD_READ, child.areaCode))
                        .map(Category::of)
                        .toList(),
                parts.newestAssessment().map(Assessment::of).orElse(null));
    }

    @Override
    public String toString() {
        return "***";
    }
}
