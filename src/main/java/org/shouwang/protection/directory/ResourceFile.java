package org.shouwang.protection.directory;

import java.util.List;
import org.shouwang.platform.csv.Sheet;
import org.shouwang.platform.csv.SheetHead;
import org.shouwang.platform.problem.Result;

/** A list of entries: the lines that say something, and the columns that nobody reads. */
record ResourceFile(List<ResourceLine> lines, List<String> ignoredColumns) {

    /** Bytes of a file, at most: about 2 000 for each line. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Lines of a file, at most: more than a county has. */
    static final int MOST_LINES = 2_000;

    /** Reads a file; blocks. Refused as a whole only where it is no such list. */
    static Result<ResourceFile> read(byte[] file, CodeNames names) {
        return Sheet.read(file, MOST_BYTES, MOST_LINES)
                .flatMap(sheet -> SheetHead.of(sheet.heads(), ResourceColumn.class, "resource-column-missing")
                        .map(head -> new ResourceFile(
                                sheet.lines().stream()
                                        .map(line -> ResourceReader.line(line.number(), head, line.cells(), names))
                                        .toList(),
                                head.ignored())));
    }
}
