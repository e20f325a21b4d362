package org.shouwang.testsupport;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

/** Divisions that do not exist: records point at them for ever, so they stay. */
public final class Divisions {

    private Divisions() {}

    /**
     * Adds an area.
     *
     * @param host the area that runs it (托管), null when it is run as its code says
     */
    public static void add(DataSource database, AreaLevel level, long code, @Nullable Long parent, @Nullable Long host)
            throws SQLException {
        Sql.update(
                database,
                "insert into area (code, name, level, parent_code, code_end, administered_by_area_code)"
                        + " values (?, '试验', ?, ?, ?, ?)",
                code,
                level.name(),
                parent,
                new AreaCode(code).range(level).upper()[0],
                host);
    }
}
