package org.shouwang.area;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

@Schema(name = "Area")
record AreaView(
        AreaCode areaCode,
        String name,
        AreaLevel level,
        @Nullable AreaCode parentCode,
        @Nullable Administrator administeredBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable AreaCode successor) {

    /** Who runs an area that is run by another authority than its code says: an organisation or an area. */
    @Schema(name = "AreaAdministrator")
    record Administrator(
            @Nullable UUID organisationId,
            @Nullable AreaCode areaCode,
            @Nullable LocalDate from) {}
}
