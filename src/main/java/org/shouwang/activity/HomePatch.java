package org.shouwang.activity;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.HomeDetails.Equipment;
import org.shouwang.activity.HomeDetails.Funding;
import org.shouwang.activity.HomeDetails.Opening;
import org.shouwang.activity.HomeDetails.SafetyCheck;
import org.shouwang.activity.HomeDetails.Staff;

/** What is to change of a children's home; what is left out stays, and a list is replaced as a whole. Its place and code stay. */
@Schema(name = "HomePatch")
record HomePatch(
        @Pattern(regexp = NOT_BLANK) @Size(max = 60) @Nullable
        String name,

        @Pattern(regexp = NOT_BLANK) @Size(max = 200) @Nullable
        String address,

        @Nullable HomeType homeType,
        @Nullable LocalDate openedOn,
        @Nullable HomeStatus status,

        @Schema(description = "From which day on it has the status: not before it opened, not after today") @Nullable
        LocalDate statusSince,

        @DecimalMin("0") @DecimalMax("99999.9") @Digits(integer = 5, fraction = 1) @Nullable
        BigDecimal indoorM2,

        @DecimalMin("0") @DecimalMax("99999.9") @Digits(integer = 5, fraction = 1) @Nullable
        BigDecimal outdoorM2,

        @Size(max = 20) @Nullable List<@NotNull HomeZone> zones,

        @Size(min = 1, max = 20) @Nullable List<@NotNull HomeFunction> functions,

        @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6) @Nullable
        BigDecimal geoLat,

        @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Nullable
        BigDecimal geoLng,

        @Min(0) @Max(1_000_000) @Nullable Integer bookCount,
        @Nullable Boolean hasSign,
        @Nullable Boolean rulesPosted,
        @Nullable Boolean hoursPosted,
        @Min(0) @Max(100_000) @Nullable Integer childrenServed,

        @Size(max = 100) @Nullable List<@NotNull @Valid Equipment> equipment,

        @Size(max = 50) @Nullable List<@NotNull @Valid Opening> openingHours,

        @Size(min = 1, max = 30) @Nullable List<@NotNull @Valid Staff> staff,

        @Size(max = 200) @Nullable List<@NotNull @Valid SafetyCheck> safetyChecks,

        @Size(max = 100) @Nullable List<@NotNull @Valid Funding> funds) {

    private static final String NOT_BLANK = "(?s).*\\S.*";

    /** The home as it would be. */
    HomeForm over(HomeForm stored) {
        return new HomeForm(
                or(name, stored.name()),
                stored.homeCode(),
                stored.areaCode(),
                or(address, stored.address()),
                or(homeType, stored.homeType()),
                or(openedOn, stored.openedOn()),
                or(status, stored.status()),
                or(indoorM2, stored.indoorM2()),
                given(outdoorM2, stored.outdoorM2()),
                or(zones, stored.zones()),
                or(functions, stored.functions()),
                given(geoLat, stored.geoLat()),
                given(geoLng, stored.geoLng()),
                given(bookCount, stored.bookCount()),
                given(hasSign, stored.hasSign()),
                given(rulesPosted, stored.rulesPosted()),
                given(hoursPosted, stored.hoursPosted()),
                given(childrenServed, stored.childrenServed()),
                given(equipment, stored.equipment()),
                given(openingHours, stored.openingHours()),
                given(staff, stored.staff()),
                given(safetyChecks, stored.safetyChecks()),
                given(funds, stored.funds()),
                stored.clientTime(),
                stored.deviceId());
    }

    private static <T> T or(@Nullable T said, T stored) {
        return said == null ? stored : said;
    }

    /** The same of a fact that may be unknown: the compiler tells the two apart. */
    private static <T> @Nullable T given(@Nullable T said, @Nullable T stored) {
        return said == null ? stored : said;
    }
}
