package org.shouwang.platform.secret;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One encrypted value as it stands in its row. */
final class SealedRow {

    private final List<UUID> key;
    private final byte @Nullable [] cipher;
    private final @Nullable String clear;
    private final @Nullable String purpose;

    private SealedRow(List<UUID> key, byte @Nullable [] cipher, @Nullable String clear, @Nullable String purpose) {
        this.key = key;
        this.cipher = cipher;
        this.clear = clear;
        this.purpose = purpose;
    }

    List<UUID> key() {
        return key;
    }

    static SealedRow of(SealedColumn column, Row row) {
        io.vertx.mutiny.core.buffer.Buffer cipher = row.getBuffer("cipher");
        return new SealedRow(
                column.keys().stream().map(row::getUUID).toList(),
                cipher == null ? null : cipher.getBytes(),
                row.getString("clear"),
                row.getString("purpose"));
    }

    /** The value anew, as {@link SealedSql#store} takes it; empty when it does not open. */
    Optional<Tuple> anew(SealedSql sql, FieldCipher fields, KeyedHash hashes) {
        FieldCipher.Place place = sql.column().placeOf(key);
        return text(place, fields).map(text -> {
            Tuple stored = Tuple.tuple().addValue(Buffer.buffer(fields.encrypt(text, place)));
            if (sql.storesHash()) {
                byte[] next = hashes.all(Objects.requireNonNull(purpose), text).next();
                stored.addValue(Buffer.buffer(Objects.requireNonNull(next)));
            }
            key.forEach(stored::addUUID);
            return stored;
        });
    }

    boolean opens(SealedColumn column, FieldCipher fields) {
        return text(column.placeOf(key), fields).isPresent();
    }

    private Optional<String> text(FieldCipher.Place place, FieldCipher fields) {
        if (clear != null) {
            return Optional.of(clear);
        }
        try {
            return Optional.ofNullable(cipher).map(closed -> fields.decrypt(closed, place));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
