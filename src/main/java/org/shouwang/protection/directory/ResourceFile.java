package org.shouwang.protection.directory;

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
import org.shouwang.platform.csv.CsvText;
import org.shouwang.platform.problem.Result;

/** A list of entries as a spreadsheet saves it: the lines that say something, and the columns that nobody reads. */
record ResourceFile(List<ResourceLine> lines, List<String> ignoredColumns) {

    /** Lines of a file, at most: more than a county has. */
    static final int MOST_LINES = 2_000;

    private static final String FILE = "file";

    /** Reads a file; blocks. Refused as a whole only where it is no such list. */
    static Result<ResourceFile> read(byte[] file, CodeNames names) {
        try (Reader text = CsvText.open(new ByteArrayInputStream(file));
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            return read(rows.iterator(), names);
        } catch (CharConversionException e) {
            return Result.invalid(FILE, "text-encoding");
        } catch (CsvParseException e) {
            return Result.invalid(FILE, "csv-shape");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    private static Result<ResourceFile> read(Iterator<CsvRecord> rows, CodeNames names) {
        List<String> heads = List.of();
        while (rows.hasNext() && isBlank(heads)) {
            heads = rows.next().getFields();
        }
        return ResourceHeader.of(heads).flatMap(header -> read(header, rows, names));
    }

    private static Result<ResourceFile> read(ResourceHeader header, Iterator<CsvRecord> rows, CodeNames names) {
        List<ResourceLine> lines = new ArrayList<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (isBlank(row.getFields())) {
                continue;
            }
            if (lines.size() == MOST_LINES) {
                return Result.invalid(FILE, "too-many-lines", MOST_LINES);
            }
            lines.add(ResourceReader.line((int) row.getStartingLineNumber(), header, row.getFields(), names));
        }
        return Result.ok(new ResourceFile(List.copyOf(lines), header.ignored()));
    }

    /** Excel saves what was once formatted: rows of nothing but commas at the end. */
    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
