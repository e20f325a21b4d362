package org.shouwang.monitoring.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue: the columns of the domain reference (indicators.md, section 8), and beside it the traits of those indicators
 * that are not like most: two decimals, a numerator within its denominator, no deaths.
 */
final class CatalogueFile {

    private static final int DECIMALS = 2;

    private final String version;
    private final Map<PlanKind, PlanRound> rounds;
    private final Map<String, NamedCsvRecord> traits;
    private final Map<String, SmallNumberRule> smallNumbers;

    private CatalogueFile(
            String version,
            Map<PlanKind, PlanRound> rounds,
            Map<String, NamedCsvRecord> traits,
            Map<String, SmallNumberRule> smallNumbers) {
        this.version = version;
        this.rounds = rounds;
        this.traits = traits;
        this.smallNumbers = smallNumbers;
    }

    /** @param smallNumbers by code, of those for which it is not as for most */
    static List<Indicator> read(
            String version,
            Map<PlanKind, PlanRound> rounds,
            String indicators,
            String traits,
            Map<String, SmallNumberRule> smallNumbers) {
        CatalogueFile file = new CatalogueFile(
                version,
                rounds,
                lines(traits).collect(Collectors.toMap(line -> line.getField("code"), Function.identity())),
                smallNumbers);
        return lines(indicators).map(file::indicator).toList();
    }

    private Indicator indicator(NamedCsvRecord line) {
        String code = line.getField("code");
        IndicatorDomain domain = IndicatorDomain.of(code);
        PlanRound round = Objects.requireNonNull(rounds.get(domain.plan()), code);
        return new Indicator(
                code,
                version,
                round.code(),
                line.getField("name_zh"),
                line.getField("identifier"),
                domain,
                line.getField("numerator"),
                given(line, "denominator").orElse(null),
                line.getField("unit"),
                new BigDecimal(line.getField("factor")),
                trait(code, "decimals").map(Integer::valueOf).orElse(DECIMALS),
                Direction.valueOf(line.getField("direction")),
                trait(code, "mayExceed").map(Boolean::valueOf).orElse(false),
                trait(code, "deaths").map(Boolean::valueOf).orElse(false),
                smallNumbers.getOrDefault(code, SmallNumberRule.FEW),
                target(line, round),
                Boolean.parseBoolean(line.getField("target_unconfirmed")),
                line.getField("lead_unit"),
                several(line.getField("support_units")).toList(),
                several(line.getField("frequency")).map(Frequency::valueOf).collect(Collectors.toSet()),
                Computed.valueOf(line.getField("computed")),
                line.getField("status_note"));
    }

    private static Target target(NamedCsvRecord line, PlanRound round) {
        return new Target(
                round.level(),
                null,
                round.title(),
                given(line, "target_year").map(Integer::valueOf).orElse(round.toYear()),
                given(line, "target_due_on").map(LocalDate::parse).orElse(null),
                TargetOperator.valueOf(line.getField("target_operator")),
                number(line, "target"),
                number(line, "target_upper"),
                Boolean.parseBoolean(line.getField("target_soft")),
                several(line.getField("milestones"))
                        .map(CatalogueFile::milestone)
                        .toList(),
                null);
    }

    private static Milestone milestone(String yearAndValue) {
        int colon = yearAndValue.indexOf(':');
        return new Milestone(
                Integer.parseInt(yearAndValue.substring(0, colon)), new BigDecimal(yearAndValue.substring(colon + 1)));
    }

    private Optional<String> trait(String code, String column) {
        return Optional.ofNullable(traits.get(code)).flatMap(line -> given(line, column));
    }

    private static @Nullable BigDecimal number(NamedCsvRecord line, String column) {
        return given(line, column).map(BigDecimal::new).orElse(null);
    }

    private static Optional<String> given(NamedCsvRecord line, String column) {
        String cell = line.getField(column);
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private static Stream<String> several(String cell) {
        return Stream.of(cell.split(";")).filter(part -> !part.isEmpty());
    }

    private static Stream<NamedCsvRecord> lines(String file) {
        return CsvReader.builder().ofNamedCsvRecord(file).stream();
    }
}
