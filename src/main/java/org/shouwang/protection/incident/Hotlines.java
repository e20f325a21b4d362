package org.shouwang.protection.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shouwang.platform.AreaCode;

/**
 * Whom to call, by area: {@code hotlines.csv}, the numbers to try first at the top. A line without an area holds everywhere; one
 * with an area holds there and below.
 */
@Singleton
class Hotlines {

    private static final String FILE = "/hotlines.csv";

    private final List<Line> lines = new ArrayList<>();

    /** @param prefix digits with which the codes of the area begin */
    private record Line(String prefix, Hotline hotline) {}

    Hotlines() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Hotlines.class.getResourceAsStream(FILE), FILE), UTF_8))) {
            rows.forEach(row -> lines.add(line(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private Line line(NamedCsvRecord row) {
        String area = row.getField("area");
        Hotline hotline = new Hotline(
                lines.size(),
                AreaCode.parse(area).orElse(null),
                row.getField("number"),
                row.getField("name"),
                row.getField("nameEn"));
        return new Line(prefix(area), hotline);
    }

    /** All of them: which hold at a place is said by their areas. */
    List<Hotline> all() {
        return lines.stream().map(Line::hotline).toList();
    }

    List<Hotline> at(AreaCode area) {
        return lines.stream()
                .filter(line -> area.toString().startsWith(line.prefix))
                .map(Line::hotline)
                .toList();
    }

    /** Two digits a level down to the county, then three. */
    private static String prefix(String area) {
        if (area.isEmpty()) {
            return "";
        }
        String code = AreaCode.of(area).toString();
        for (int digits : new int[] {2, 4, 6, 9}) {
            if (code.substring(digits).chars().allMatch(digit -> digit == '0')) {
                return code.substring(0, digits);
            }
        }
        return code;
    }
}
