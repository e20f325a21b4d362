package org.shouwang.protection.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** An entry of the directory (资源目录) as an office makes it. Whose entry it is stays as it is. */
@Schema(name = "ResourceForm")
record ResourceForm(
        @NotNull @Schema(description = "Whose entry it is: the offices of this area keep it")
        AreaCode areaCode,

        @Schema(description = "Whose officers receive what is referred to it; without it nobody does") @Nullable
        UUID organisationId,

        @NotBlank @Size(max = 100) @Schema(examples = "陈仓区法律援助中心")
        String name,

        @NotNull ResourceCategory category,

        @NotNull @Size(min = 1, max = 200) @Schema(description = "服务范围: whom it serves; each area with all below it")
        List<@NotNull AreaCode> areaScope,

        @Pattern(regexp = NOT_BLANK) @Size(max = 200) @Nullable
        String address,

        @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6) @Nullable
        BigDecimal geoLat,

        @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Nullable
        BigDecimal geoLng,

        @NotBlank @Size(max = 20) @Pattern(regexp = PHONE) @Schema(description = "A phone or a short number")
        String phone,

        @NotNull @Size(min = 1, max = 50) @Schema(description = "服务时间; those of one day do not overlap")
        List<@NotNull @Valid ServiceHours> hours,

        @NotNull @Size(max = 50) @Schema(description = "可接收转介类型; may be empty")
        List<@NotNull ReferralType> acceptsReferralTypes,

        @NotNull ProviderType providerType,

        @Schema(description = "合同起: of PURCHASED and VENTURE, and of nobody else") @Nullable
        LocalDate contractFrom,

        @Schema(description = "合同止: the last day") @Nullable LocalDate contractTo,

        @Min(0) @Max(1_000_000) @Nullable Integer capacity,

        @Pattern(regexp = NOT_BLANK) @Size(max = 50) @Schema(description = "联系人") @Nullable
        String contactPerson,

        @NotNull @Schema(description = "核实日期: when somebody last made sure that it is right")
        LocalDate verifiedOn,

        @Schema(description = "ACTIVE where nothing is said") @Nullable
        ResourceStatus status) {

    static final String NOT_BLANK = "(?s).*\\S.*";

    /** Mobile and landline as the data dictionary has them (23.7), 400 and 800 numbers, and short numbers. */
    static final String PHONE = "1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}|[48]00-?\\d{3}-?\\d{4}|\\d{3,6}";

    /** A position is the same however many zeros end it. */
    ResourceForm {
        geoLat = geoLat == null ? null : geoLat.stripTrailingZeros();
        geoLng = geoLng == null ? null : geoLng.stripTrailingZeros();
    }

    ResourceStatus statusOrActive() {
        return Objects.requireNonNullElse(status, ResourceStatus.ACTIVE);
    }

    /** The same, kept and serving where the codes stand for today. */
    ResourceForm at(AreaCode keptIn, List<AreaCode> serves) {
        return new ResourceForm(
                keptIn,
                organisationId,
                name,
                category,
                serves.stream().distinct().sorted().toList(),
                address,
                geoLat,
                geoLng,
                phone,
                hours,
                acceptsReferralTypes.stream().distinct().sorted().toList(),
                providerType,
                contractFrom,
                contractTo,
                capacity,
                contactPerson,
                verifiedOn,
                statusOrActive());
    }

    @Override
    public String toString() {
        return "***";
    }
}
