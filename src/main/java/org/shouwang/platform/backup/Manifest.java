package org.shouwang.platform.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, and how to tell that it still does.
 *
 * @param format of the backup itself; readers refuse one that they do not know
 * @param schemaVersion the last migration that had run, null when none had
 * @param serverVersion PostgreSQL's version as it prints it
 * @param systemIdentifier the cluster that the rows come from
 * @param madeAt the moment of the snapshot, ISO 8601 in UTC
 * @param tables with rows, partitions instead of their parents
 * @param partitions what tables are made of, as they stood
 * @param sequences where each had come
 * @param files of the folder of files
 * @param keys the sealed keys, null when there was no escrow
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        int format,
        @Nullable String schemaVersion,
        String serverVersion,
        String systemIdentifier,
        String madeAt,
        List<TablePart> tables,
        List<Partition> partitions,
        List<SequencePart> sequences,
        List<Part> files,
        @Nullable Part keys) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One entry of the zip file; the checksum is that of its content, in hexadecimal. */
    record Part(String entry, long bytes, String sha256) {}

    /** The rows of one table, in COPY's text form; names are quoted as SQL needs them. */
    record TablePart(String table, String columns, long rows, Part part) {}

    /** A partition with its bounds, as {@code create table … partition of} takes them. */
    record Partition(String table, String parent, String bounds) {}

    /** The last value that a sequence gave out. */
    record SequencePart(String sequence, long lastValue) {}

    public Manifest {
        tables = List.copyOf(tables);
        partitions = List.copyOf(partitions);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
    }

    static Manifest parse(byte[] json) throws IOException {
        int format = JSON.readTree(json).path("format").asInt();
        if (format != FORMAT) {
            throw new BackupException("The backup has the format " + format + ", this program reads " + FORMAT + ".");
        }
        return JSON.readValue(json, Manifest.class);
    }

    byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** What is no table: files and keys. */
    Stream<Part> others() {
        return Stream.concat(files.stream(), Stream.ofNullable(keys));
    }

    /** The names of all that a whole backup holds, and nothing else. */
    Set<String> entries() {
        Stream<Part> ofTables = tables.stream().map(TablePart::part);
        return Stream.concat(Stream.of(ENTRY), Stream.concat(ofTables, others()).map(Part::entry))
                .collect(Collectors.toSet());
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }
}
