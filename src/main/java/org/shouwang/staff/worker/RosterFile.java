package org.shouwang.staff.worker;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.shouwang.platform.csv.CsvText;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** A list of workers (花名册) as a spreadsheet saves it: the lines that say something, and the columns that nobody reads. */
record RosterFile(List<RosterLine> lines, List<String> ignoredColumns) {

    /** Bytes of a file, at most: 800 for each line. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Lines of a file, at most: the villages of the largest counties, several people each. */
    static final int MOST_LINES = 5_000;

    private static final String FILE = "file";

    /** Reads a file; blocks. Refused as a whole only where it is no such list. */
    static Result<RosterFile> read(byte[] file, LocalDate today) {
        if (file.length > MOST_BYTES) {
            return Result.refused(Problem.TOO_LARGE);
        }
        try (Reader text = CsvText.open(new ByteArrayInputStream(file));
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            return read(rows.iterator(), today);
        } catch (CharConversionException e) {
            return Result.invalid(FILE, "text-encoding");
        } catch (CsvParseException e) {
            return Result.invalid(FILE, "csv-shape");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    private static Result<RosterFile> read(Iterator<CsvRecord> rows, LocalDate today) {
        List<String> heads = List.of();
        while (rows.hasNext() && isBlank(heads)) {
            heads = rows.next().getFields();
        }
        return RosterHeader.of(heads).flatMap(header -> read(header, rows, today));
    }

    private static Result<RosterFile> read(RosterHeader header, Iterator<CsvRecord> rows, LocalDate today) {
        List<RosterLine> lines = new ArrayList<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (isBlank(row.getFields())) {
                continue;
            }
            if (lines.size() == MOST_LINES) {
                return Result.invalid(FILE, "too-many-lines", MOST_LINES);
            }
            lines.add(RosterReader.line((int) row.getStartingLineNumber(), header, row.getFields(), today));
        }
        return Result.ok(new RosterFile(List.copyOf(lines), header.ignored()));
    }

    /** Excel saves what was once formatted: rows of nothing but commas at the end. */
    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
