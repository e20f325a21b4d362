package org.shouwang.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.RunArea;
import org.shouwang.staff.RunArea.Part;

@Schema(
        name = "HomeCoverage",
        description =
                "How many of the villages and communities have a children's home that counts (儿童之家覆盖率, C-W02)."
                        + " Villages count where they are run; merged ones do not count. In the order of codes, never of results")
record HomeCoverageView(
        LocalDate countedOn,
        Share total,

        @Schema(description = "By what runs the townships: a county, or an organisation that villages are entrusted to")
        List<CoveredPart> counties,

        List<CoveredPart> townships,

        @Schema(description = "Only when a township or a village is asked for")
        List<CoveredVillage> villages) {

    /** The tiers of the founding document: every county 30 %, then 50 %, the model ones 70 %. */
    private static final List<Integer> TIERS = List.of(70, 50, 30);

    @Schema(name = "HomeCoverageShare")
    record Share(
            int villages,
            int villagesWithQualifiedHome,

            @Schema(
                    description =
                            "One decimal, rounded down so that no mark is shown that is not reached; empty without villages")
            @Nullable
            BigDecimal percent,

            @Schema(description = "The highest of the marks 30, 50 and 70 % that is reached, else 0")
            int markReached) {

        static Share of(int villages, int covered) {
            BigDecimal percent = villages == 0
                    ? null
                    : BigDecimal.valueOf(100L * covered).divide(BigDecimal.valueOf(villages), 1, RoundingMode.DOWN);
            int mark = TIERS.stream()
                    .filter(tier -> villages > 0 && 100L * covered >= (long) tier * villages)
                    .findFirst()
                    .orElse(0);
            return new Share(villages, covered, percent, mark);
        }

        private static Share of(List<RunArea> villages, Set<AreaCode> covered) {
            return of(villages.size(), (int)
                    villages.stream().filter(one -> isCovered(one, covered)).count());
        }
    }

    @Schema(name = "HomeCoveragePart")
    record CoveredPart(
            @Nullable AreaCode areaCode,

            @Schema(description = "The organisation that runs these villages") @Nullable
            UUID organisationId,

            String name,
            Share share) {}

    @Schema(name = "HomeCoverageVillage")
    record CoveredVillage(AreaCode areaCode, String name, boolean hasQualifiedHome) {}

    /**
     * The coverage of these villages, which come in the order of their codes.
     *
     * @param named whether the villages are few enough to be named
     */
    static HomeCoverageView of(LocalDate day, List<RunArea> villages, Set<AreaCode> covered, boolean named) {
        return new HomeCoverageView(
                day,
                Share.of(villages, covered),
                parts(villages, covered, RunArea::above),
                parts(villages, covered, RunArea::township),
                named ? villages.stream().map(one -> village(one, covered)).toList() : List.of());
    }

    private static List<CoveredPart> parts(
            List<RunArea> villages, Set<AreaCode> covered, Function<RunArea, Part> part) {
        Comparator<Part> byCode = Comparator.comparing((Part one) -> String.valueOf(one.area()))
                .thenComparing(one -> String.valueOf(one.organisation()));
        Map<Part, List<RunArea>> grouped = villages.stream()
                .collect(Collectors.groupingBy(part, () -> new TreeMap<>(byCode), Collectors.toList()));
        return grouped.entrySet().stream()
                .map(group -> new CoveredPart(
                        group.getKey().area(),
                        group.getKey().organisation(),
                        group.getKey().name(),
                        Share.of(group.getValue(), covered)))
                .toList();
    }

    private static CoveredVillage village(RunArea one, Set<AreaCode> covered) {
        return new CoveredVillage(code(one), one.place().name(), isCovered(one, covered));
    }

    private static boolean isCovered(RunArea one, Set<AreaCode> covered) {
        return covered.contains(code(one));
    }

    private static AreaCode code(RunArea one) {
        return Objects.requireNonNull(one.place().area());
    }
}
