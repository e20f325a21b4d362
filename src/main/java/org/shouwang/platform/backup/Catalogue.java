package org.shouwang.platform.backup;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.backup.Manifest.Partition;
import org.shouwang.platform.backup.Manifest.SequencePart;

/** What PostgreSQL's catalogue says about the schema that the connection works in. Names come quoted as SQL needs them. */
record Catalogue(CopyConnection connection) {

    private static final String HERE = "(select oid from pg_namespace where nspname = current_schema())";

    /** Flyway writes its own history anew. */
    private static final String TABLES = """
            select format('%I', c.relname) as name,
                   (select string_agg(format('%I', a.attname), ', ' order by a.attnum)
                    from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
            from pg_class c
            where c.relnamespace = $here and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                              and d.deptype = 'e')
            order by c.relname
            """.replace("$here", HERE);

    private static final String PARTITIONS = """
            select format('%I', c.relname) as name, format('%I', p.relname) as parent,
                   pg_get_expr(c.relpartbound, c.oid) as bounds
            from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
            where c.relnamespace = $here and c.relispartition and c.relkind = 'r'
            order by c.relname
            """.replace("$here", HERE);

    private static final String SEQUENCES = """
            select format('%I', sequencename) as name, last_value
            from pg_sequences where schemaname = current_schema() and last_value is not null
            order by 1
            """;

    private static final String FOREIGN_KEYS = """
            select format('alter table %I drop constraint %I', t.relname, c.conname) as removal,
                   format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) as addition
            from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.connamespace = $here and c.contype = 'f' and c.conparentid = 0
            order by t.relname, c.conname
            """.replace("$here", HERE);

    private static final String TRIGGERS = """
            select format('alter table %I disable trigger %I', t.relname, g.tgname) as off,
                   format('alter table %I enable %s trigger %I', t.relname,
                          case g.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, g.tgname) as on_again
            from pg_trigger g join pg_class t on t.oid = g.tgrelid
            where t.relnamespace = $here and t.relkind = 'r' and not g.tgisinternal and g.tgenabled <> 'D'
            order by t.relname, g.tgname
            """.replace("$here", HERE);

    private static final String ANYTHING =
            "select 1 from pg_class where relnamespace = $here and relkind in ('r', 'p', 'v', 'm', 'S') limit 1"
                    .replace("$here", HERE);

    private static final String HISTORY = "select 1 where to_regclass('flyway_schema_history') is not null";

    private static final String VERSION = """
            select version from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1
            """;

    /** A table that holds rows itself, and the columns that are written, not computed. */
    record Table(String name, String columns) {}

    /** Two statements that undo each other. */
    record Switch(String off, String on) {}

    List<Table> tables() throws SQLException {
        return connection.list(TABLES, row -> new Table(row.getString("name"), row.getString("columns")));
    }

    List<Partition> partitions() throws SQLException {
        return connection.list(
                PARTITIONS,
                row -> new Partition(row.getString("name"), row.getString("parent"), row.getString("bounds")));
    }

    List<SequencePart> sequences() throws SQLException {
        return connection.list(SEQUENCES, row -> new SequencePart(row.getString("name"), row.getLong("last_value")));
    }

    /** Foreign keys stand in the way of rows whose tables refer to each other in a circle. */
    List<Switch> foreignKeys() throws SQLException {
        return connection.list(FOREIGN_KEYS, row -> new Switch(row.getString("removal"), row.getString("addition")));
    }

    /** Triggers that are on; those of the schema's own making, not those of constraints. */
    List<Switch> triggers() throws SQLException {
        return connection.list(TRIGGERS, row -> new Switch(row.getString("off"), row.getString("on_again")));
    }

    boolean isEmpty() throws SQLException {
        return !connection.any(ANYTHING);
    }

    Optional<String> schemaVersion() throws SQLException {
        return connection.any(HISTORY)
                ? connection.list(VERSION, row -> row.getString("version")).stream()
                        .findFirst()
                : Optional.empty();
    }

    String text(String sql) throws SQLException {
        return connection.list(sql, row -> row.getString(1)).get(0);
    }
}
