package org.shouwang.staff.worker;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.PersonName;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;

/** What is to change about a worker; what is left out stays. */
@Schema(name = "WorkerPatch")
record WorkerPatch(
        @Size(max = 60) @Nullable String fullName,

        @Pattern(regexp = "[0129]") @Schema(description = "GB/T 2261.1") @Nullable
        String sexCode,

        @Size(max = 20) @Schema(description = "Mobile by which the worker signs in from now on") @Nullable
        String phone,

        @Schema(description = "Nobody signs in who is INACTIVE") @Nullable
        WorkerStatus status) {

    List<Violation> violations(WorkerFile current) {
        List<Violation> violations = new ArrayList<>();
        if (fullName != null && !PersonName.allows(RosterCells.name(fullName))) {
            violations.add(Violation.of("fullName", "person-name"));
        }
        if (phone != null && RosterCells.mobile(phone).isEmpty()) {
            violations.add(Violation.of("phone", "mobile-number"));
        }
        if (status == WorkerStatus.INACTIVE && current.inOffice()) {
            violations.add(Violation.of("status", "worker-has-posts"));
        }
        return violations;
    }

    @Nullable
    String name() {
        return fullName == null ? null : RosterCells.name(fullName);
    }

    /** The phone, if it is another one. */
    Optional<PhoneNumber> newPhone(WorkerFile current) {
        return Optional.ofNullable(phone)
                .flatMap(RosterCells::mobile)
                .filter(number -> !number.equals(current.phone()));
    }

    boolean changesMoreThanThePhone(WorkerFile current) {
        String name = name();
        return (name != null && !name.equals(current.fullName()))
                || (sexCode != null && !sexCode.equals(current.sexCode()))
                || (status != null && status != current.status());
    }

    @Override
    public String toString() {
        return "***";
    }
}
