package org.shouwang.register.child;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.SexCode;

/**
 * A child's file, as a client makes it. What is not known yet is left out: the file is a DRAFT until {@link MissingFacts}
 * finds nothing.
 */
record ChildForm(
        @NotNull String fullName,
        @NotNull SexCode sexCode,
        @Nullable LocalDate birthDate,

        @Schema(description = "Where the day of birth is not known") @Nullable
        Integer birthYear,

        @Nullable IdType idType,
        @Size(max = 40) @Nullable String idNumber,

        @Size(max = 20)
        @Schema(description = "Somebody who can be called about the child where there is no household yet")
        @Nullable
        String contactPhone,

        @Schema(description = "True: nobody can be called") @Nullable
        Boolean noContact,

        @Nullable Boolean hukouRegistered,
        @Nullable AreaCode hukouAreaCode,
        @Size(max = 200) @Nullable String hukouAddress,

        @Schema(description = "The village where the child lives; it becomes the record's area") @NotNull
        AreaCode residenceAreaCode,

        @Size(max = 200) @Nullable String residenceAddress,
        @Size(max = 50) @Nullable String hamlet,
        @Nullable Boolean ruralHukou,
        @Nullable UUID householdId,
        @Nullable LivingStatus livingStatus,
        @Nullable FileSource source,
        @Nullable Instant noticeGivenAt,
        @Size(max = 20) @Nullable String noticeVersion,
        @Size(max = 1000) @Nullable String remark,
        @Size(max = 50) @Nullable List<@NotNull @Valid Link> members,
        @Size(max = 20) @Nullable List<@NotNull @Valid Category> categories,
        @Valid @Nullable Assessment assessment,
        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    /** What a member of the child's household is to the child. */
    @Schema(name = "MemberChild")
    record Link(
            @NotNull UUID memberId,
            @NotNull RelationCode relationCode,
            @Nullable ContactFreq contactFreq,
            @Nullable LocalDate lastReunionOn,

            @NotNull @JsonProperty("isPrimaryCaregiver") Boolean isPrimaryCaregiver) {}

    /** A category that the village claims for the child. */
    @Schema(name = "CategoryClaim")
    record Category(
            @NotNull UUID id,
            @NotNull CategoryCode categoryCode,
            @NotNull LocalDate startDate,

            @Size(max = 100) @Schema(description = "What OTHER_LOCAL stands for") @Nullable
            String otherText) {}

    /** The level that the worker judges right at the first entry. */
    @Schema(name = "FirstAssessment")
    record Assessment(
            @NotNull UUID id,
            @NotNull RiskLevel riskLevel,
            @NotNull LocalDate assessedOn) {}

    List<Link> links() {
        return members == null ? List.of() : members;
    }

    List<Category> claims() {
        return categories == null ? List.of() : categories;
    }

    @Override
    public String toString() {
        return "***";
    }
}
