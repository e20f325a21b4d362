package org.shouwang.policy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The follow-up matrix (随访标准) in force at one place, by risk level. */
public record FollowUpPolicy(Map<String, LevelPolicy> byLevel) {

    private static final String FILE = "/follow-up-policy.csv";

    /** What holds where nobody has decided otherwise: {@code follow-up-policy.csv}. */
    public static FollowUpPolicy standard() {
        try (InputStream file = Objects.requireNonNull(FollowUpPolicy.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new FollowUpPolicy(rows.stream()
                    .map(FollowUpPolicy::row)
                    .collect(Collectors.toUnmodifiableMap(LevelPolicy::riskLevel, Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /**
     * The row of a risk level, named as in the domain reference.
     *
     * @throws NullPointerException when the matrix has no such level
     */
    public LevelPolicy at(String riskLevel) {
        return Objects.requireNonNull(byLevel.get(riskLevel), riskLevel);
    }

    /** All rows, the gravest level first. */
    List<LevelPolicy> levels() {
        return byLevel.values().stream()
                .sorted(Comparator.comparingInt(LevelPolicy::homeVisitDays))
                .toList();
    }

    private static LevelPolicy row(NamedCsvRecord row) {
        String county = row.getField("escalateCountyAfterDays");
        return new LevelPolicy(
                row.getField("riskLevel"),
                number(row, "homeVisitDays"),
                number(row, "contactDays"),
                number(row, "assessmentDays"),
                Span.of(row.getField("firstVisit")),
                number(row, "opensDaysBefore"),
                number(row, "escalateTownshipAfterDays"),
                county.isEmpty() ? null : Integer.valueOf(county));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
