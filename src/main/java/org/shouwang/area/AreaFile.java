package org.shouwang.area;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

/** A list of administrative divisions: CSV with the columns code, name, level, in UTF-8. */
public final class AreaFile {

    private AreaFile() {}

    /** One line of the file, with its parent: the longest existing prefix. */
    record Line(AreaCode code, String name, AreaLevel level, Optional<AreaCode> parent) {}

    /**
     * Reads the lines in file order.
     *
     * @throws IllegalArgumentException when a line is not an area
     */
    static List<Line> read(InputStream csv) {
        NavigableMap<AreaCode, AreaLevel> known = new TreeMap<>();
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                AreaCode code = AreaCode.of(row.getField("code"));
                AreaLevel level = AreaLevel.valueOf(row.getField("level"));
                lines.add(new Line(code, row.getField("name"), level, parent(code, known)));
                known.put(code, level);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the area file cannot be read", e);
        }
        return lines;
    }

    private static Optional<AreaCode> parent(AreaCode code, NavigableMap<AreaCode, AreaLevel> known) {
        return known.headMap(code, false).descendingMap().entrySet().stream()
                .filter(area -> area.getKey().range(area.getValue()).contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
