package org.shouwang.activity;

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
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The lists of a children's home (data dictionary, section 15); null where it was not asked. */
record HomeDetails(
        @Nullable List<Equipment> equipment,
        @Nullable List<Opening> openingHours,
        @Nullable List<Staff> staff,
        @Nullable List<SafetyCheck> safetyChecks,
        @Nullable List<Funding> funds) {

    static final HomeDetails NOT_ASKED = new HomeDetails(null, null, null, null, null);

    private static final int SAFETY_CHECK_EVERY_DAYS = 90;
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    @Schema(name = "HomeEquipment", description = "设施设备")
    record Equipment(
            @NotBlank @Size(max = 40) String name,
            @NotNull @Min(1) @Max(100_000) Integer quantity) {}

    /** In term, or in the holidays. */
    enum Season {
        TERM,
        HOLIDAY
    }

    @Schema(name = "HomeOpening", description = "开放时间: from and to on one weekday, as HH:MM of the local time")
    record Opening(
            @NotNull Season season,
            @NotNull DayOfWeek weekday,
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {

        /** Negative when it ends before it begins. */
        Duration length() {
            return Duration.between(LocalTime.parse(from), LocalTime.parse(to));
        }

        boolean overlaps(Opening other) {
            return season == other.season
                    && weekday == other.weekday
                    && from.compareTo(other.to) < 0
                    && other.from.compareTo(to) < 0;
        }
    }

    /** What somebody does in a home. */
    enum StaffRole {
        MANAGER,
        PART_TIME,
        VOLUNTEER
    }

    @Schema(name = "HomeStaff", description = "专兼职人员; a volunteer has no account, and is not named")
    record Staff(@NotNull StaffRole role, @Nullable UUID workerId) {}

    @Schema(name = "HomeSafetyCheck", description = "安全检查, every 90 days")
    record SafetyCheck(
            @NotNull LocalDate checkedOn,
            @Nullable UUID checkerId,
            @NotNull Boolean fireSafe,
            @NotNull Boolean electricitySafe,
            @NotNull Boolean firstAidKit,
            @Nullable @Size(max = 200) String hazards) {}

    @Schema(name = "HomeFunding", description = "经费, in yuan")
    record Funding(
            @NotNull @Min(1949) @Max(2100) Integer year,
            @NotBlank @Size(max = 40) String source,

            @NotNull @DecimalMin("0") @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2)
            BigDecimal yuan) {}

    /** Everybody who is named. */
    Set<UUID> workers() {
        return Stream.concat(
                        Stream.ofNullable(staff).flatMap(List::stream).map(Staff::workerId),
                        checks().stream().map(SafetyCheck::checkerId))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Opening> openings() {
        return openingHours == null ? List.of() : openingHours;
    }

    List<SafetyCheck> checks() {
        return safetyChecks == null ? List.of() : safetyChecks;
    }

    /** Hours that the home is open in a week of the season, to a tenth; null where it was not asked. */
    @Nullable
    BigDecimal hoursPerWeek(Season season) {
        if (openingHours == null) {
            return null;
        }
        long minutes = openingHours.stream()
                .filter(opening -> opening.season() == season)
                .mapToLong(opening -> opening.length().toMinutes())
                .sum();
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    }

    /** The last day for the next safety check; null before the first one. */
    @Nullable
    LocalDate nextSafetyCheckOn() {
        Optional<LocalDate> last = checks().stream().map(SafetyCheck::checkedOn).max(Comparator.naturalOrder());
        return last.map(day -> day.plusDays(SAFETY_CHECK_EVERY_DAYS)).orElse(null);
    }
}
