package org.shouwang.staff.worker;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.platform.csv.Sheet;
import org.shouwang.platform.csv.SheetHead;
import org.shouwang.platform.problem.Result;

/** A list of workers (花名册): the lines that say something, and the columns that nobody reads. */
record RosterFile(List<RosterLine> lines, List<String> ignoredColumns) {

    /** Bytes of a file, at most: 800 for each line. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Lines of a file, at most: the villages of the largest counties, several people each. */
    static final int MOST_LINES = 5_000;

    /** Reads a file; blocks. Refused as a whole only where it is no such list. */
    static Result<RosterFile> read(byte[] file, LocalDate today) {
        return Sheet.read(file, MOST_BYTES, MOST_LINES)
                .flatMap(sheet -> SheetHead.of(sheet.heads(), RosterColumn.class, "column-missing")
                        .map(head -> new RosterFile(
                                sheet.lines().stream()
                                        .map(line -> RosterReader.line(line.number(), head, line.cells(), today))
                                        .toList(),
                                head.ignored())));
    }
}
