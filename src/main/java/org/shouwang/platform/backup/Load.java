package org.shouwang.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.platform.backup.Catalogue.Switch;
import org.shouwang.platform.backup.Catalogue.Table;
import org.shouwang.platform.backup.Manifest.Partition;
import org.shouwang.platform.backup.Manifest.SequencePart;
import org.shouwang.platform.backup.Manifest.TablePart;

/**
 * Puts the rows of a backup into a schema of the same version, in the transaction of the connection, in place of what its
 * migrations wrote.
 *
 * <p>Only a superuser may switch off the triggers of foreign keys, and a managed PostgreSQL has none for us. So the foreign
 * keys are taken off and put on again, which the owner may, checks all rows, and makes the order of the tables indifferent.
 */
record Load(CopyConnection connection, BackupFile backup) {

    void run() throws SQLException, IOException {
        Catalogue catalogue = new Catalogue(connection);
        List<Switch> foreignKeys = catalogue.foreignKeys();
        all(foreignKeys.stream().map(Switch::off).toList());
        partition(catalogue);
        List<Switch> triggers = catalogue.triggers();
        all(triggers.stream().map(Switch::off).toList());
        empty(catalogue.tables());
        for (TablePart table : backup.manifest().tables()) {
            fill(table);
        }
        for (SequencePart sequence : backup.manifest().sequences()) {
            connection.any(
                    "select setval('" + sequence.sequence().replace("'", "''") + "', " + sequence.lastValue() + ")");
        }
        all(foreignKeys.stream().map(Switch::on).toList());
        all(triggers.stream().map(Switch::on).toList());
        for (TablePart table : backup.manifest().tables()) {
            compare(table);
        }
    }

    private void all(List<String> statements) throws SQLException {
        for (String statement : statements) {
            connection.execute(statement);
        }
    }

    /** The months that the tables had then; migrations make only those around the present. */
    private void partition(Catalogue catalogue) throws SQLException {
        Set<String> present = new HashSet<>();
        catalogue.partitions().forEach(partition -> present.add(partition.table()));
        for (Partition partition : backup.manifest().partitions()) {
            if (present.add(partition.table())) {
                connection.execute("create table " + partition.table() + " partition of " + partition.parent() + ' '
                        + partition.bounds());
            }
        }
    }

    private void empty(List<Table> tables) throws SQLException {
        if (!tables.isEmpty()) {
            connection.execute("truncate " + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
        }
    }

    private void fill(TablePart table) throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(backup.open(table.part()))) {
            long rows = connection.copyIn(table.table(), table.columns(), in);
            if (rows != table.rows()) {
                throw new BackupException(
                        rows + " rows of " + table.table() + " were restored instead of " + table.rows() + ".");
            }
        }
    }

    /** What the table gives back now is, to the byte, what it gave then. */
    private void compare(TablePart table) throws SQLException, IOException {
        Checked checked = new Checked();
        connection.copyOut(table.table(), table.columns(), checked.writingTo(OutputStream.nullOutputStream()));
        if (!checked.part(table.part().entry()).equals(table.part())) {
            throw new BackupException(
                    "The rows of " + table.table() + " came out differently after they were restored.");
        }
    }
}
