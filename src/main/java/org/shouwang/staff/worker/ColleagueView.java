package org.shouwang.staff.worker;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

/** A worker as a coordinator sees the people of the own area. */
@Schema(name = "WorkerWithAppointments")
record ColleagueView(UUID id, String fullName, String phoneMasked, List<Held> appointments) {

    @Schema(name = "HeldAppointment")
    record Held(
            UUID id,
            RoleCode roleCode,
            @Nullable AreaCode areaCode,
            @Nullable UUID organisationId) {}

    /** A row of the list with its place in it. */
    record Numbered(long number, ColleagueView view) {}

    @Override
    public String toString() {
        return "***";
    }
}
