package org.shouwang.staff.device;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** Addresses of the push services, by which an installation is recognised. */
@Singleton
class DeviceSealed implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.of("device", "target_cipher", "target").foundBy("target_hash", "'push-target'"));
    }
}
