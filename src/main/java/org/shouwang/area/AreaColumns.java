package org.shouwang.area;

import java.util.List;

/**
 * Where the columns of a file stand, as its header says.
 *
 * @param count how many fields a line has
 */
record AreaColumns(int count, int code, int name, int level) {

    /**
     * Reads the header.
     *
     * @throws AreaFileException when code, name or level is missing
     */
    static AreaColumns of(List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        AreaColumns columns =
                new AreaColumns(names.size(), names.indexOf("code"), names.indexOf("name"), names.indexOf("level"));
        if (columns.code < 0 || columns.name < 0 || columns.level < 0) {
            throw new AreaFileException("area-file-header");
        }
        return columns;
    }
}
