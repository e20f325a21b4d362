package org.shouwang.register.household;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.SexCode;

/** What is to change of a household; what is left out stays. Members are added or changed, none is ever taken away. */
@Schema(name = "HouseholdPatch")
record HouseholdPatch(
        @Size(max = 50) @Nullable String headName,
        @Size(max = 20) @Nullable String phone,
        @Size(max = 200) @Nullable String address,
        @Size(max = 50) @Nullable String hamlet,

        @Size(min = 1, max = 10) @Nullable List<@NotNull IncomeSource> incomeSources,

        @Size(max = 10) @Nullable List<@NotNull AidType> aidTypes,
        @Size(max = 50) @Nullable List<@NotNull @Valid Member> members) {

    /** What is to change of a member; of one with a new id everything is needed that a new member needs. */
    @Schema(name = "HouseholdMemberPatch")
    record Member(
            @NotNull UUID id,
            @Nullable String fullName,
            @Nullable SexCode sexCode,
            @Nullable LocalDate birthDate,
            @Size(max = 40) @Nullable String idNumber,
            @Size(max = 20) @Nullable String phone,
            @Nullable VitalStatus vitalStatus,
            @Nullable GuardianshipAbility guardianshipAbility,
            GuardianshipAbility.@Nullable Reason guardianshipAbilityReason,

            @JsonProperty("isAway") @Nullable Boolean isAway,

            @Pattern(regexp = "\\d{4}") @Nullable String workPlaceCode,

            @Size(max = 100) @Nullable String workPlaceText,

            @Nullable LocalDate awaySince) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
