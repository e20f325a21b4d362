package org.shouwang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shouwang.platform.backup.Catalogue.Table;
import org.shouwang.platform.backup.Manifest.Part;
import org.shouwang.platform.backup.Manifest.TablePart;

/**
 * Writes one backup: all tables as they stood at one moment, then the files, which are written before the rows that name
 * them, then the keys, and the manifest last.
 */
record Dump(CopyConnection connection, Optional<Path> files, Optional<byte[]> sealedKeys) {

    private static final String SNAPSHOT = "begin isolation level repeatable read read only";

    Manifest writeTo(OutputStream out) throws SQLException, IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        connection.execute(SNAPSHOT);
        Catalogue catalogue = new Catalogue(connection);
        List<Table> tables = catalogue.tables();
        lock(tables);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                catalogue.schemaVersion().orElse(null),
                catalogue.text("show server_version"),
                catalogue.text("select system_identifier from pg_control_system()"),
                catalogue.text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"),
                copy(tables, zip),
                catalogue.partitions(),
                catalogue.sequences(),
                copyFiles(zip),
                copyKeys(zip).orElse(null));
        connection.execute("commit");
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    /** Against what would take rows from under the snapshot: a table that is dropped, emptied or written anew. */
    private void lock(List<Table> tables) throws SQLException {
        if (!tables.isEmpty()) {
            String names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
            connection.execute("lock table " + names + " in access share mode");
        }
    }

    private List<TablePart> copy(List<Table> tables, ZipOutputStream zip) throws SQLException, IOException {
        List<TablePart> parts = new ArrayList<>();
        for (Table table : tables) {
            String entry = "tables/" + table.name() + ".copy";
            Checked checked = new Checked();
            zip.putNextEntry(new ZipEntry(entry));
            long rows = connection.copyOut(table.name(), table.columns(), checked.writingTo(zip));
            zip.closeEntry();
            parts.add(new TablePart(table.name(), table.columns(), rows, checked.part(entry)));
        }
        return parts;
    }

    private List<Part> copyFiles(ZipOutputStream zip) throws IOException {
        if (files.isEmpty() || !Files.isDirectory(files.get())) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        try (Stream<Path> all = Files.walk(files.get())) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                copyFile(file, zip).ifPresent(parts::add);
            }
        }
        return parts;
    }

    /** Empty when the file was deleted meanwhile. */
    private Optional<Part> copyFile(Path file, ZipOutputStream zip) throws IOException {
        String relative = files.orElseThrow().relativize(file).toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            Checked checked = new Checked();
            zip.putNextEntry(new ZipEntry("files/" + relative));
            checked.copy(in, zip);
            zip.closeEntry();
            return Optional.of(checked.part("files/" + relative));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<Part> copyKeys(ZipOutputStream zip) throws IOException {
        if (sealedKeys.isEmpty()) {
            return Optional.empty();
        }
        Checked checked = new Checked();
        zip.putNextEntry(new ZipEntry("keys.sealed"));
        checked.writingTo(zip).write(sealedKeys.get());
        zip.closeEntry();
        return Optional.of(checked.part("keys.sealed"));
    }
}
