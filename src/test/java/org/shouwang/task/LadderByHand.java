package org.shouwang.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who is told on which day after the due day, reasoned by hand from the default follow-up matrix: {@code
 * ladder-by-hand.csv}. On days without a column nobody is told.
 */
record LadderByHand(String situation, String late, Map<Integer, Set<String>> toldOn) {

    private static final String FILE = "/ladder-by-hand.csv";
    private static final String DAY = "day ";

    static List<LadderByHand> rows() {
        try (InputStream file = Objects.requireNonNull(LadderByHand.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, UTF_8))) {
            return rows.stream().map(LadderByHand::row).toList();
        } catch (IOException e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    private static LadderByHand row(NamedCsvRecord row) {
        Map<Integer, Set<String>> told = new HashMap<>();
        row.getFieldsAsMap().forEach((column, people) -> {
            if (column.startsWith(DAY) && !people.isEmpty()) {
                told.put(Integer.valueOf(column.substring(DAY.length())), Set.of(people.split(" ")));
            }
        });
        return new LadderByHand(row.getField("situation"), row.getField("late"), told);
    }

    /** The people of a day. */
    Set<String> on(int day) {
        return toldOn.getOrDefault(day, Set.of());
    }

    @Override
    public String toString() {
        return situation + ", " + late;
    }
}
