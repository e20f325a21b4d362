package org.shouwang.platform.secret;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher.Place;

/**
 * One encrypted column.
 *
 * @param keys the primary key's columns, all uuid
 * @param place the column's name in the associated data of its ciphertexts, which never changes
 * @param clear a column in which an earlier release kept the text in the clear
 * @param hashed the columns by which the value is found
 */
public record SealedColumn(
        String table,
        List<String> keys,
        String cipher,
        String place,
        @Nullable String clear,
        @Nullable Hashed hashed) {

    public SealedColumn {
        keys = List.copyOf(keys);
    }

    /**
     * Hash columns of a value.
     *
     * @param purpose SQL over the row that names what is hashed
     */
    public record Hashed(String hash, String next, String purpose) {}

    public static SealedColumn of(String table, String cipher, String place) {
        return new SealedColumn(table, List.of("id"), cipher, place, null, null);
    }

    public SealedColumn keyedBy(String... columns) {
        return new SealedColumn(table, List.of(columns), cipher, place, clear, hashed);
    }

    public SealedColumn onceIn(String column) {
        return new SealedColumn(table, keys, cipher, place, column, hashed);
    }

    /** Without the column in the clear, where the earlier release still serves. */
    public SealedColumn keptClear() {
        return new SealedColumn(table, keys, cipher, place, null, hashed);
    }

    public SealedColumn foundBy(String hash, String purpose) {
        return new SealedColumn(table, keys, cipher, place, clear, new Hashed(hash, hash + "_next", purpose));
    }

    /** Where the value of one row stands, for whoever encrypts it. */
    public Place placeOf(List<UUID> row) {
        return new Place(table, place, row.stream().map(UUID::toString).collect(Collectors.joining("/")));
    }

    String name() {
        return table + '.' + cipher;
    }

    /** {@code $from, $from+1, …}: as many parameters as the key has columns. */
    String keyParameters(int from) {
        return IntStream.range(from, from + keys.size()).mapToObj(i -> "$" + i).collect(Collectors.joining(", "));
    }

    String keyColumns() {
        return String.join(", ", keys);
    }

    List<UUID> beforeAll() {
        UUID[] none = new UUID[keys.size()];
        Arrays.fill(none, new UUID(0, 0));
        return List.of(none);
    }
}
