package org.shouwang.staff;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/** Who is signed in, in which posts, and what each post allows. */
@Schema(name = "Me")
record MeView(WorkerView worker, List<AppointmentView> appointments) {

    @Schema(name = "Appointment")
    record AppointmentView(
            UUID id,
            RoleCode roleCode,
            @Nullable AreaCode areaCode,
            @Nullable UUID organisationId,
            @Nullable String organisationName,
            Set<Right> rights) {}
}
