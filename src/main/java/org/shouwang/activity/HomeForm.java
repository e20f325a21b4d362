package org.shouwang.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.HomeDetails.Equipment;
import org.shouwang.activity.HomeDetails.Funding;
import org.shouwang.activity.HomeDetails.Opening;
import org.shouwang.activity.HomeDetails.SafetyCheck;
import org.shouwang.activity.HomeDetails.Staff;
import org.shouwang.platform.AreaCode;

@Schema(name = "HomeForm", description = "A children's home (儿童之家) as it is registered")
record HomeForm(
        @NotBlank @Size(max = 60) String name,

        @NotNull @Size(max = 15) @Schema(description = "areaCode and three digits", examples = "610304101201001")
        String homeCode,

        @NotNull @Schema(description = "Village or community", examples = "610304101201")
        AreaCode areaCode,

        @NotBlank @Size(max = 200) String address,
        @NotNull HomeType homeType,
        @NotNull LocalDate openedOn,
        @NotNull HomeStatus status,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("99999.9")
        @Digits(integer = 5, fraction = 1)
        @Schema(description = "Indoor area in m²")
        BigDecimal indoorM2,

        @DecimalMin("0")
        @DecimalMax("99999.9")
        @Digits(integer = 5, fraction = 1)
        @Schema(description = "Outdoor area in m²")
        @Nullable
        BigDecimal outdoorM2,

        @NotNull @Size(max = 20) @Schema(description = "At least two different zones")
        List<@NotNull HomeZone> zones,

        @NotNull @Size(min = 1, max = 20) List<@NotNull HomeFunction> functions,

        @DecimalMin("-90")
        @DecimalMax("90")
        @Digits(integer = 2, fraction = 6)
        @Schema(description = "Degrees; with geoLng or not at all")
        @Nullable
        BigDecimal geoLat,

        @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Nullable
        BigDecimal geoLng,

        @Min(0) @Max(1_000_000) @Nullable Integer bookCount,
        @Schema(description = "标识门牌") @Nullable Boolean hasSign,
        @Schema(description = "制度上墙") @Nullable Boolean rulesPosted,
        @Schema(description = "开放时间公示") @Nullable Boolean hoursPosted,

        @Min(0) @Max(100_000) @Schema(description = "服务儿童数") @Nullable
        Integer childrenServed,

        @Size(max = 100) @Schema(description = "设施设备") @Nullable
        List<@NotNull @Valid Equipment> equipment,

        @Size(max = 50) @Schema(description = "开放时间; those of one day do not overlap") @Nullable
        List<@NotNull @Valid Opening> openingHours,

        @Size(min = 1, max = 30) @Schema(description = "专兼职人员") @Nullable
        List<@NotNull @Valid Staff> staff,

        @Size(max = 200) @Schema(description = "安全检查") @Nullable
        List<@NotNull @Valid SafetyCheck> safetyChecks,

        @Size(max = 100) @Schema(description = "经费") @Nullable
        List<@NotNull @Valid Funding> funds,

        @Schema(description = "The phone's time when it was entered") @Nullable
        Instant clientTime,

        @Nullable UUID deviceId) {

    HomeDetails details() {
        return new HomeDetails(equipment, openingHours, staff, safetyChecks, funds);
    }
}
