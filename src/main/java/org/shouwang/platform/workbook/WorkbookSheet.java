package org.shouwang.platform.workbook;

import java.util.List;

/**
 * One table of a workbook.
 *
 * @param name on its tab, at most 31 characters
 * @param heads of its columns
 */
public record WorkbookSheet(String name, List<String> heads, List<List<Cell>> rows) {

    public WorkbookSheet {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }
}
