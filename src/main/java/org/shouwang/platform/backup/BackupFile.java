package org.shouwang.platform.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shouwang.platform.backup.Manifest.Part;
import org.shouwang.platform.backup.Manifest.TablePart;

/** A backup that somebody wrote, opened for reading. */
final class BackupFile implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup whose manifest can be read.
     *
     * @throws BackupException when the file is no whole backup
     */
    static BackupFile open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new BackupException(file + " is no whole backup: " + e.getMessage(), e);
        }
        try {
            return new BackupFile(zip, manifest(zip, file));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupException(file + " is no backup: it has no " + Manifest.ENTRY + ".");
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readAllBytes();
        }
        CRC32 checksum = new CRC32();
        checksum.update(json);
        if (checksum.getValue() != entry.getCrc()) {
            throw new BackupException("The manifest of " + file + " is damaged.");
        }
        return Manifest.parse(json);
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(Part part) throws IOException {
        ZipEntry entry = zip.getEntry(part.entry());
        if (entry == null) {
            throw new BackupException("The backup lacks its part " + part.entry() + ".");
        }
        return zip.getInputStream(entry);
    }

    /** Reads everything once: each part is there, is whole, has its rows, and there is nothing else. */
    void verify() throws IOException {
        for (TablePart table : manifest.tables()) {
            long rows = verified(table.part()).lines();
            if (rows != table.rows()) {
                throw new BackupException(
                        "The backup holds " + rows + " rows of " + table.table() + " instead of " + table.rows() + ".");
            }
        }
        for (Part part : (Iterable<Part>) manifest.others()::iterator) {
            verified(part);
        }
        Set<String> known = manifest.entries();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BackupException("The backup holds " + name + ", which its manifest does not know.");
                });
    }

    private Checked verified(Part part) throws IOException {
        Checked checked;
        try (InputStream in = open(part)) {
            checked = Checked.through(in);
        } catch (ZipException | EOFException e) {
            throw new BackupException("The part " + part.entry() + " of the backup is damaged: " + e.getMessage(), e);
        }
        if (!checked.part(part.entry()).equals(part)) {
            throw new BackupException("The part " + part.entry() + " of the backup is damaged: its checksum differs.");
        }
        return checked;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
