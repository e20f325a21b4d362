package org.shouwang.area;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Brings the good lines of a file into a table of the transaction, some thousands at a time; remembers the bad ones. */
final class AreaStage {

    private static final String TABLE = """
            create temporary table area_line (number bigint, code bigint, name text, level text, span bigint) on commit drop
            """;

    private static final String FILL = """
            insert into area_line
            select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]),
                                 cast(? as bigint[]))
            """;

    private static final int CHUNK = 5000;

    private final PreparedStatement fill;
    private final List<AreaRefusal> refusals = new ArrayList<>();
    private final List<AreaLine> chunk = new ArrayList<>();
    private long refused;

    private AreaStage(PreparedStatement fill) {
        this.fill = fill;
    }

    /** Lines that are no areas: how many there are, and the first of them. */
    record Unread(long count, List<AreaRefusal> first) {}

    /**
     * Fills the table {@code area_line}, which lives as long as the transaction.
     *
     * @throws AreaFileException when the file as a whole cannot be read
     */
    static Unread fill(Connection transaction, AreaFile file) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(TABLE);
        }
        try (PreparedStatement fill = transaction.prepareStatement(FILL)) {
            AreaStage stage = new AreaStage(fill);
            file.read(stage::take);
            stage.write();
            return new Unread(stage.refused, List.copyOf(stage.refusals));
        }
    }

    private void take(AreaLineRules.Read read) {
        if (read instanceof AreaLineRules.Bad bad) {
            refused++;
            if (refusals.size() < AreaReport.MOST_LISTED) {
                refusals.add(bad.refusal());
            }
            return;
        }
        chunk.add(((AreaLineRules.Good) read).line());
        if (chunk.size() == CHUNK) {
            write();
        }
    }

    private void write() {
        try {
            column(1, "bigint", AreaLine::number);
            column(2, "bigint", line -> line.code().value());
            column(3, "text", AreaLine::name);
            column(4, "text", line -> line.level().name());
            column(5, "bigint", line -> line.level().span());
            fill.executeUpdate();
            chunk.clear();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the lines cannot be staged", e));
        }
    }

    private void column(int index, String type, Function<AreaLine, Object> value) throws SQLException {
        Object[] values = chunk.stream().map(value).toArray();
        fill.setArray(index, fill.getConnection().createArrayOf(type, values));
    }
}
