package org.shouwang.area;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.AreaCode;

@Schema(name = "AreaSuccession")
record SuccessionView(UUID id, AreaCode areaCode, AreaCode successor, LocalDate on) {

    boolean repeats(AreaCode area, SuccessionForm form) {
        return areaCode.equals(area) && successor.equals(form.successor()) && on.equals(form.on());
    }
}
