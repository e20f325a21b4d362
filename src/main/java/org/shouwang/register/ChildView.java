package org.shouwang.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.register.SealedFields.Column;

/** A child's file as one caller may see it: addresses in full, since the child must be found; the number masked. */
@Schema(name = "Child")
record ChildView(
        UUID id,
        int version,
        String fullName,
        SexCode sexCode,
        @Nullable LocalDate birthDate,
        IdType idType,
        @Schema(examples = "**************0014") @Nullable String idNumberMasked,
        boolean hukouRegistered,
        @Nullable AreaCode hukouAreaCode,
        @Nullable String hukouAddress,
        AreaCode residenceAreaCode,
        AreaCode recordedAreaCode,
        String residenceAddress,
        @Nullable String hamlet,
        boolean ruralHukou,
        UUID householdId,
        LivingStatus livingStatus,
        RiskLevel riskLevel,
        FileStatus fileStatus,
        @Nullable UUID responsibleAppointmentId,
        Instant lastVerifiedAt,
        FileSource source,
        Instant noticeGivenAt,
        String noticeVersion,
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
            CategoryStatus status) {

        static Category of(ChildCategory category) {
            return new Category(
                    category.id, category.categoryCode, category.startDate, category.endDate, category.status);
        }
    }

    /** The assessment that the level comes from. */
    @Schema(name = "RiskAssessment")
    record Assessment(UUID id, String modelVersion, RiskLevel riskLevel, LocalDate assessedOn) {

        static Assessment of(RiskAssessment assessment) {
            return new Assessment(assessment.id, assessment.modelVersion, assessment.riskLevel, assessment.assessedOn);
        }
    }

    static ChildView of(Child child, ChildParts parts, Caller caller, SealedFields sealed) {
        return new ChildView(
                child.id,
                child.version,
                child.fullName,
                child.sexCode,
                child.birthDate,
                child.idType,
                sealed.find(Column.CHILD_ID_NUMBER, child.id, child.idNumberCipher)
                        .map(number -> new IdentityDocument(child.idType, number).masked())
                        .orElse(null),
                child.hukouRegistered,
                child.hukouAreaCode,
                sealed.find(Column.CHILD_HUKOU_ADDRESS, child.id, child.hukouAddressCipher)
                        .orElse(null),
                child.areaCode,
                child.recordedAreaCode,
                sealed.open(Column.CHILD_RESIDENCE_ADDRESS, child.id, child.residenceAddressCipher),
                child.hamlet,
                child.ruralHukou,
                child.householdId,
                child.livingStatus,
                child.riskLevel,
                child.fileStatus,
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
