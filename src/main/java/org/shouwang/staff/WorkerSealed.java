package org.shouwang.staff;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** Workers' phones, by which they sign in. */
@Singleton
class WorkerSealed implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.of("worker", "phone_cipher", "phone").foundBy("phone_hash", "'phone'"));
    }
}
