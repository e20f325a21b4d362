package org.shouwang.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Sql;

/** Changes a row of a trail by hand, one column after the other, whatever columns its table has. */
final class Forgery {

    private static final String AUDIT = """
            insert into audit (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id, area_code,
                               request_id)
            select id, now(), id, id, 'ADMINISTRATOR', 'test.forge', 'Test', id, 610304101200, id::text
            from cast(? as uuid) as id
            """;

    private static final String ACCESS_LOG = """
            insert into access_log (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id,
                                    subject_ids, area_code, reason, grant_id, request_id)
            select id, now(), id, id, 'CHILDREN_DIRECTOR', 'test.forge', 'CHILD', id, array[id], 610304101200, '核对', id,
                   id::text
            from cast(? as uuid) as id
            """;

    /** The row is found by its id, and by its request once the id is forged. */
    private static final String THE_ROW = " where ? in (id::text, request_id)";

    private final DataSource database;
    private final String table;
    private final String row;
    private final Map<String, String> types = new LinkedHashMap<>();

    private Forgery(DataSource database, String table, String row) {
        this.database = database;
        this.table = table;
        this.row = row;
    }

    /** Writes a row that has a value in every column; the place before its own stays empty. */
    static Forgery ofARowIn(DataSource database, SealedTable table) throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.number(database, "select pg_current_xact_id()::text::bigint");
        Sql.update(database, table == SealedTable.AUDIT ? AUDIT : ACCESS_LOG, id);
        Forgery forgery = new Forgery(database, table.table(), id.toString());
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select attname, format_type(atttypid, null) from pg_attribute
                        where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped
                        """)) {
            select.setString(1, table.table());
            ResultSet columns = select.executeQuery();
            while (columns.next()) {
                forgery.types.put(columns.getString(1), columns.getString(2));
            }
        }
        return forgery;
    }

    List<String> columns() {
        return List.copyOf(types.keySet());
    }

    /** Answers the genuine value. */
    String forge(String column) throws SQLException {
        String genuine;
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + column + "::text from " + table + THE_ROW)) {
            select.setString(1, row);
            ResultSet value = select.executeQuery();
            value.next();
            genuine = value.getString(1);
        }
        Sql.update(database, "update " + table + " set " + column + " = " + forged(column) + THE_ROW, row);
        return genuine;
    }

    void restore(String column, String genuine) throws SQLException {
        String value = "cast(? as " + types.get(column) + ")";
        Sql.update(database, "update " + table + " set " + column + " = " + value + THE_ROW, genuine, row);
    }

    private String forged(String column) {
        return switch (types.getOrDefault(column, "")) {
            case "uuid" -> "gen_random_uuid()";
            case "uuid[]" -> column + " || gen_random_uuid()";
            case "bigint" -> column + " - 1";
            case "text" -> column + " || '.'";
            case "timestamp with time zone" -> column + " + interval '1 microsecond'";
            default -> throw new IllegalArgumentException("how is " + column + " forged?");
        };
    }
}
