package org.shouwang.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** A list as a spreadsheet saves it: the first line that says something, and all that do after it. */
public record Sheet(List<String> heads, List<Line> lines) {

    private static final String FILE = "file";

    /**
     * A line that says something.
     *
     * @param number of the line in the file
     */
    public record Line(int number, List<String> cells) {}

    /** Reads a file; blocks. Refused as a whole only where it is no such list, or too large. */
    public static Result<Sheet> read(byte[] file, int mostBytes, int mostLines) {
        if (file.length > mostBytes) {
            return Result.refused(Problem.TOO_LARGE);
        }
        try (Reader text = CsvText.open(new ByteArrayInputStream(file));
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            return read(rows.iterator(), mostLines);
        } catch (CharConversionException e) {
            return Result.invalid(FILE, "text-encoding");
        } catch (CsvParseException e) {
            return Result.invalid(FILE, "csv-shape");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    private static Result<Sheet> read(Iterator<CsvRecord> rows, int mostLines) {
        List<String> heads = List.of();
        while (rows.hasNext() && isBlank(heads)) {
            heads = rows.next().getFields();
        }
        List<Line> lines = new ArrayList<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (isBlank(row.getFields())) {
                continue;
            }
            if (lines.size() == mostLines) {
                return Result.invalid(FILE, "too-many-lines", mostLines);
            }
            lines.add(new Line((int) row.getStartingLineNumber(), row.getFields()));
        }
        return Result.ok(new Sheet(heads, lines));
    }

    /** Excel saves what was once formatted: rows of nothing but commas at the end. */
    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
