package org.shouwang.register;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.platform.secret.SealedColumn;

/** Closes and opens the encrypted columns of this room. */
@Singleton
public class SealedFields {

    private final FieldCipher cipher;

    SealedFields(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Every encrypted column of this room. A new name would make the stored ciphertexts unreadable. */
    public enum Column {
        HOUSEHOLD_PHONE("household", "phone_cipher"),
        HOUSEHOLD_ADDRESS("household", "address_cipher"),
        MEMBER_ID_NUMBER("household_member", "id_number_cipher"),
        MEMBER_PHONE("household_member", "phone_cipher"),
        CHILD_ID_NUMBER("child", "id_number_cipher"),
        CHILD_CONTACT_PHONE("child", "contact_phone_cipher"),
        CHILD_HUKOU_ADDRESS("child", "hukou_address_cipher"),
        CHILD_RESIDENCE_ADDRESS("child", "residence_address_cipher");

        private final String table;
        private final String column;

        Column(String table, String column) {
            this.table = table;
            this.column = column;
        }

        SealedColumn sealed() {
            return SealedColumn.of(table, column, column);
        }

        private Place of(UUID id) {
            return new Place(table, column, id);
        }
    }

    public byte[] close(Column column, UUID id, String clear) {
        return cipher.encrypt(clear, column.of(id));
    }

    /** Closes a value that may be missing; the ciphertext of the same value stays as it is. */
    public byte @Nullable [] keep(Column column, UUID id, byte @Nullable [] current, @Nullable String clear) {
        if (clear == null) {
            return null;
        }
        boolean same = find(column, id, current).filter(clear::equals).isPresent();
        return same ? current : close(column, id, clear);
    }

    public String open(Column column, UUID id, byte[] closed) {
        return cipher.decrypt(closed, column.of(id));
    }

    /** Opens a column that may be empty. */
    public Optional<String> find(Column column, UUID id, byte @Nullable [] closed) {
        return Optional.ofNullable(closed).map(bytes -> open(column, id, bytes));
    }
}
