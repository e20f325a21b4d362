package org.shouwang.register.household;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A household in a list: no address, numbers masked. */
@Schema(name = "HouseholdSummary")
record HouseholdSummary(
        UUID id,
        int version,
        AreaCode areaCode,
        String headName,
        @Nullable String phoneMasked,
        String hamlet) {

    @Override
    public String toString() {
        return "***";
    }
}
