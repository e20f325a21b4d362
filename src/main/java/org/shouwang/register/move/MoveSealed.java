package org.shouwang.register.move;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** Where a family moves, and by which phone it is reached there. */
@Singleton
class MoveSealed implements SealedColumns {

    static final SealedColumn ADDRESS = SealedColumn.of("child_move", "address_cipher", "address_cipher");
    static final SealedColumn PHONE = SealedColumn.of("child_move", "new_phone_cipher", "new_phone_cipher");

    private final FieldCipher cipher;

    MoveSealed(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(ADDRESS, PHONE);
    }

    byte @Nullable [] close(SealedColumn column, UUID moveId, @Nullable String clear) {
        return clear == null ? null : cipher.encrypt(clear.strip(), column.placeOf(List.of(moveId)));
    }

    Optional<String> open(SealedColumn column, UUID moveId, byte @Nullable [] closed) {
        return Optional.ofNullable(closed).map(bytes -> cipher.decrypt(bytes, column.placeOf(List.of(moveId))));
    }
}
