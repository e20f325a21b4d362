package org.shouwang.protection.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What is to change of an entry; what is left out stays, and a list is replaced as a whole. Whose entry it is stays. */
@Schema(name = "ResourcePatch")
record ResourcePatch(
        @Nullable UUID organisationId,

        @Pattern(regexp = ResourceForm.NOT_BLANK) @Size(max = 100) @Nullable
        String name,

        @Nullable ResourceCategory category,

        @Size(min = 1, max = 200) @Nullable List<@NotNull AreaCode> areaScope,

        @Pattern(regexp = ResourceForm.NOT_BLANK) @Size(max = 200) @Nullable
        String address,

        @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6) @Nullable
        BigDecimal geoLat,

        @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Nullable
        BigDecimal geoLng,

        @Size(max = 20) @Pattern(regexp = ResourceForm.PHONE) @Nullable
        String phone,

        @Size(min = 1, max = 50) @Nullable List<@NotNull @Valid ServiceHours> hours,

        @Size(max = 50) @Nullable List<@NotNull ReferralType> acceptsReferralTypes,

        @Nullable ProviderType providerType,
        @Nullable LocalDate contractFrom,
        @Nullable LocalDate contractTo,
        @Min(0) @Max(1_000_000) @Nullable Integer capacity,

        @Pattern(regexp = ResourceForm.NOT_BLANK) @Size(max = 50) @Nullable
        String contactPerson,

        @Nullable LocalDate verifiedOn,
        @Nullable ResourceStatus status) {

    /**
     * The entry that a line of a list makes, which says all that an entry must have. Whom it serves is the own area where nothing is
     * said.
     */
    ResourceForm made(AreaCode area) {
        return new ResourceForm(
                area,
                organisationId,
                Objects.requireNonNull(name),
                Objects.requireNonNull(category),
                or(areaScope, List.of(area)),
                address,
                geoLat,
                geoLng,
                Objects.requireNonNull(phone),
                Objects.requireNonNull(hours),
                or(acceptsReferralTypes, List.of()),
                Objects.requireNonNull(providerType),
                contractFrom,
                contractTo,
                capacity,
                contactPerson,
                Objects.requireNonNull(verifiedOn),
                status);
    }

    /** The entry as it would be. A contract ends with the kind of provider that had it. */
    ResourceForm over(ResourceForm stored) {
        ProviderType provider = or(providerType, stored.providerType());
        boolean keepsContract = provider.isByContract();
        return new ResourceForm(
                stored.areaCode(),
                given(organisationId, stored.organisationId()),
                or(name, stored.name()),
                or(category, stored.category()),
                or(areaScope, stored.areaScope()),
                given(address, stored.address()),
                given(geoLat, stored.geoLat()),
                given(geoLng, stored.geoLng()),
                or(phone, stored.phone()),
                or(hours, stored.hours()),
                or(acceptsReferralTypes, stored.acceptsReferralTypes()),
                provider,
                given(contractFrom, keepsContract ? stored.contractFrom() : null),
                given(contractTo, keepsContract ? stored.contractTo() : null),
                given(capacity, stored.capacity()),
                given(contactPerson, stored.contactPerson()),
                or(verifiedOn, stored.verifiedOn()),
                given(status, stored.status()));
    }

    private static <T> T or(@Nullable T said, T stored) {
        return said == null ? stored : said;
    }

    /** The same of a fact that may be unknown: the compiler tells the two apart. */
    private static <T> @Nullable T given(@Nullable T said, @Nullable T stored) {
        return said == null ? stored : said;
    }

    @Override
    public String toString() {
        return "***";
    }
}
