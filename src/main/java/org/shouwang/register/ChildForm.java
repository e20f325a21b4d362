package org.shouwang.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A child's file, as a client makes it. */
record ChildForm(
        @NotNull String fullName,
        @NotNull SexCode sexCode,
        @NotNull LocalDate birthDate,
        @NotNull IdType idType,
        @Size(max = 40) @Nullable String idNumber,
        @NotNull Boolean hukouRegistered,
        @Nullable AreaCode hukouAreaCode,
        @Size(max = 200) @Nullable String hukouAddress,

        @Schema(description = "The village where the child lives; it becomes the record's area") @NotNull
        AreaCode residenceAreaCode,

        @NotBlank @Size(max = 200) String residenceAddress,
        @Size(max = 50) @Nullable String hamlet,
        @NotNull Boolean ruralHukou,
        @NotNull UUID householdId,
        @NotNull LivingStatus livingStatus,
        @NotNull FileSource source,
        @NotNull Instant noticeGivenAt,
        @NotBlank @Size(max = 20) String noticeVersion,
        @Size(max = 1000) @Nullable String remark,
        @NotNull @Size(max = 50) List<@NotNull @Valid Link> members,
        @NotNull @Size(max = 20) List<@NotNull @Valid Category> categories,
        @NotNull @Valid Assessment assessment,
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
            @NotNull LocalDate startDate) {}

    /** The level that the worker judges right at the first entry. */
    @Schema(name = "FirstAssessment")
    record Assessment(
            @NotNull UUID id,
            @NotNull RiskLevel riskLevel,
            @NotNull LocalDate assessedOn) {}

    @Override
    public String toString() {
        return "***";
    }
}
