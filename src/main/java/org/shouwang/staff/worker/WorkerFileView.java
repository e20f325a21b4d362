package org.shouwang.staff.worker;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.staff.worker.HeldPostRows.Appointment;

/** A worker as those see the person who look after the workers of an area: only the appointments there are shown. */
@Schema(name = "WorkerFile")
record WorkerFileView(
        UUID id,
        int version,
        String fullName,
        @Schema(description = "GB/T 2261.1") String sexCode,
        @Schema(examples = "139****0001") String phoneMasked,
        WorkerStatus status,

        @Schema(description = "Whether the worker has a password; without one an activation code is needed")
        boolean activated,

        List<Held> appointments)
        implements Answers.Versioned {

    @Schema(name = "WorkerFileAppointment")
    record Held(
            UUID id,
            RoleCode roleCode,
            @Nullable AreaCode areaCode,
            @Nullable UUID organisationId,
            LocalDate appointedOn,
            @Nullable String appointedDoc,
            @Nullable LocalDate termEndOn,

            @Schema(enumeration = {"ACTIVE", "HANDOVER_PENDING", "ENDED"})
            String status,

            @Nullable LocalDate endedOn) {}

    static WorkerFileView of(WorkerFile file, Caller caller) {
        return new WorkerFileView(
                file.id(),
                file.version(),
                file.fullName(),
                file.sexCode(),
                file.phone().masked(),
                file.status(),
                file.activated(),
                file.appointments().stream()
                        .filter(held -> Appointing.maySee(caller, held.post().place()))
                        .map(WorkerFileView::held)
                        .toList());
    }

    private static Held held(Appointment appointment) {
        return new Held(
                appointment.id(),
                appointment.post().role(),
                appointment.areaCode(),
                appointment.organisationId(),
                appointment.appointedOn(),
                appointment.appointedDoc(),
                appointment.termEndOn(),
                appointment.status(),
                appointment.endedOn());
    }

    @Override
    public String toString() {
        return "***";
    }
}
