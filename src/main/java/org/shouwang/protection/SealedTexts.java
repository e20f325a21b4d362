package org.shouwang.protection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;

/** Closes what is written of a case on its way into the database, and opens it on its way out. */
@Singleton
public class SealedTexts {

    private final FieldCipher cipher;

    SealedTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The column's value of this row; null for what was not written. */
    public byte @Nullable [] closed(SealedColumn column, UUID row, @Nullable String text) {
        return text == null ? null : cipher.encrypt(text, column.placeOf(List.of(row)));
    }

    /** What was written there. */
    public @Nullable String opened(SealedColumn column, UUID row, byte @Nullable [] closed) {
        return closed == null ? null : cipher.decrypt(closed, column.placeOf(List.of(row)));
    }
}
