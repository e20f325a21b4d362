package org.shouwang.policy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
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

/** The follow-up matrix in force: {@code follow-up-policy.csv}, read once. */
@Singleton
public class FollowUpPolicies {

    private static final String FILE = "/follow-up-policy.csv";

    private final Map<String, FollowUpPolicy> byLevel;

    public FollowUpPolicies() {
        try (InputStream file = Objects.requireNonNull(FollowUpPolicies.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            byLevel = rows.stream()
                    .map(FollowUpPolicies::row)
                    .collect(Collectors.toUnmodifiableMap(FollowUpPolicy::riskLevel, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /**
     * The row of a risk level, named as in the domain reference.
     *
     * @throws NullPointerException when the matrix has no such level
     */
    public FollowUpPolicy at(String riskLevel) {
        return Objects.requireNonNull(byLevel.get(riskLevel), riskLevel);
    }

    /** All rows, the gravest level first. */
    List<FollowUpPolicy> all() {
        return byLevel.values().stream()
                .sorted(Comparator.comparingInt(FollowUpPolicy::homeVisitDays))
                .toList();
    }

    private static FollowUpPolicy row(NamedCsvRecord row) {
        String county = row.getField("escalateCountyAfterDays");
        return new FollowUpPolicy(
                row.getField("riskLevel"),
                Integer.parseInt(row.getField("homeVisitDays")),
                Integer.parseInt(row.getField("escalateTownshipAfterDays")),
                county.isEmpty() ? null : Integer.valueOf(county));
    }
}
