package org.shouwang.register.household;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.SexCode;

/**
 * A household with its members, as a client makes it.
 *
 * @param phone empty only in a stored one that was made by a move, until somebody learns it
 */
record HouseholdForm(
        @NotBlank @Size(max = 50) String headName,
        @NotNull @Size(max = 20) String phone,
        @NotBlank @Size(max = 200) String address,
        @NotBlank @Size(max = 50) String hamlet,
        @NotNull AreaCode areaCode,
        @NotEmpty @Size(max = 10) List<@NotNull IncomeSource> incomeSources,
        @NotNull @Size(max = 10) List<@NotNull AidType> aidTypes,
        @NotNull @Size(max = 50) List<@NotNull @Valid Member> members,
        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    /** A member of the household; what the member is to a child stands with the child. */
    record Member(
            @NotNull UUID id,
            @NotNull String fullName,
            @NotNull SexCode sexCode,
            @Nullable LocalDate birthDate,
            @Size(max = 40) @Nullable String idNumber,
            @Size(max = 20) @Nullable String phone,
            @NotNull VitalStatus vitalStatus,
            @NotNull GuardianshipAbility guardianshipAbility,
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
