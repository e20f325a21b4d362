package org.shouwang.policy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The follow-up matrix (随访标准) in force at one place. A version is stored as this record in JSON: a component that is renamed
 * makes what was decided unreadable.
 *
 * @param byLevel what each risk level asks for
 * @param categoryFloors the level as on which a child of this category is followed at least
 * @param newFileFirstVisit until when a child is visited first after its file was made
 */
public record FollowUpPolicy(
        Map<String, LevelPolicy> byLevel, Map<String, String> categoryFloors, Span newFileFirstVisit) {

    /** All risk levels, the gravest first. */
    static final List<String> GRAVEST_FIRST = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "NORMAL");

    /** Never a longer interval than this: who has nobody to look after them is not followed like any other child. */
    static final Map<String, String> LEAST_FLOORS = Map.of(
            "DE_FACTO_UNATTENDED", "MEDIUM",
            "ORPHAN_SCATTERED", "MEDIUM",
            "GUARDIANSHIP_RISK", "MEDIUM");

    private static final String FILE = "/follow-up-policy.csv";

    /** DB3301/T 0460-2024 儿童主任服务规范. */
    private static final Span FIRST_VISIT_OF_NEW_FILE = new Span(5, Span.Unit.WORKING_DAYS);

    public FollowUpPolicy {
        byLevel = Map.copyOf(byLevel);
        categoryFloors = Map.copyOf(categoryFloors);
    }

    /** What holds where nobody has decided otherwise: {@code follow-up-policy.csv}. */
    public static FollowUpPolicy standard() {
        try (InputStream file = Objects.requireNonNull(FollowUpPolicy.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new FollowUpPolicy(
                    rows.stream()
                            .map(FollowUpPolicy::row)
                            .collect(Collectors.toMap(LevelPolicy::riskLevel, Function.identity())),
                    LEAST_FLOORS,
                    FIRST_VISIT_OF_NEW_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Floors as an area decides them, over those that hold where it says nothing. */
    static Map<String, String> floors(Map<String, String> decided) {
        Map<String, String> floors = new HashMap<>(LEAST_FLOORS);
        floors.putAll(decided);
        return floors;
    }

    /**
     * The row of a risk level, named as in the domain reference.
     *
     * @throws NullPointerException when the matrix has no such level
     */
    public LevelPolicy at(String riskLevel) {
        return Objects.requireNonNull(byLevel.get(riskLevel), riskLevel);
    }

    /**
     * The level as on which a child is followed: its own, or a graver one for the sake of a category.
     *
     * @param categoryCodes of the child today; those without a floor change nothing
     */
    public String gravestOf(String riskLevel, Collection<String> categoryCodes) {
        return Stream.concat(
                        Stream.of(riskLevel),
                        categoryCodes.stream().map(categoryFloors::get).filter(Objects::nonNull))
                .min(Comparator.comparingInt(FollowUpPolicy::place))
                .orElseThrow();
    }

    /** All rows, the gravest level first. */
    List<LevelPolicy> levels() {
        return byLevel.values().stream()
                .sorted(Comparator.comparingInt(row -> place(row.riskLevel())))
                .toList();
    }

    /** How grave a level is, 0 for the gravest; a level that nobody knows is none. */
    static int place(String riskLevel) {
        int place = GRAVEST_FIRST.indexOf(riskLevel);
        if (place < 0) {
            throw new IllegalArgumentException(riskLevel);
        }
        return place;
    }

    private static LevelPolicy row(NamedCsvRecord row) {
        String county = row.getField("escalateCountyAfterDays");
        return new LevelPolicy(
                row.getField("riskLevel"),
                number(row, "homeVisitDays"),
                number(row, "contactDays"),
                number(row, "assessmentDays"),
                Span.of(row.getField("firstVisit")),
                number(row, "firstAssessmentDays"),
                number(row, "opensDaysBefore"),
                number(row, "escalateTownshipAfterDays"),
                county.isEmpty() ? null : Integer.valueOf(county));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
