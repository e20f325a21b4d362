package org.shouwang.protection.violence;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** What is written of a case in words, and the numbers of court and police. Codes and dates stay readable for figures. */
@Singleton
class ViolenceSealed implements SealedColumns {

    static final SealedColumn WISH = of("violence_case", "victim_wish_cipher");
    static final SealedColumn NOTE = of("violence_act", "note_cipher");
    static final SealedColumn LETTER_NO = of("warning_letter", "letter_no_cipher");
    static final SealedColumn ORDER_NO = of("protection_order", "order_no_cipher");

    private static SealedColumn of(String table, String column) {
        return SealedColumn.of(table, column, column);
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(WISH, NOTE, LETTER_NO, ORDER_NO);
    }
}
