package org.shouwang.monitoring.score;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scores as a table for the comprehensive appraisal (综合绩效考核), as Excel opens it: with a mark that says UTF-8. */
final class ScoreTable {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private ScoreTable() {}

    /**
     * In the order of the ranks.
     *
     * @param head names of the columns, with commas between
     */
    static String of(String head, ScoreBook book, List<UnitScore> units, Map<UUID, List<Scored.Part>> parts) {
        StringWriter text = new StringWriter().append(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(head.split(",", -1));
            units.stream()
                    .sorted(Comparator.comparing(UnitScore::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                    .forEach(unit -> csv.writeRecord(line(book, unit, parts.getOrDefault(unit.unitId(), List.of()))));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static List<String> line(ScoreBook book, UnitScore unit, List<Scored.Part> parts) {
        List<String> cells = new ArrayList<>();
        cells.add(Objects.toString(unit.rank(), ""));
        cells.add(cell(unit.unitName()));
        cells.add(Integer.toString(book.year()));
        cells.add(Integer.toString(book.edition()));
        for (ScorePart part : ScorePart.values()) {
            cells.add(parts.stream()
                    .filter(one -> one.part() == part)
                    .findFirst()
                    .map(one -> number(one.points()))
                    .orElse(""));
        }
        cells.add(number(unit.adjustment()));
        cells.add(number(unit.score()));
        return cells;
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** What a spreadsheet would take for a formula stays text. */
    static String cell(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
