package org.shouwang.staff.organisation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change; what is left out stays. */
@Schema(name = "OrganisationPatch")
record OrganisationPatch(
        @Size(max = 100) @Pattern(regexp = ".*\\S.*") @Nullable
        String name,

        @Nullable OrganisationKind kind,
        @Nullable OrganisationStatus status) {

    boolean changes(OrganisationView current) {
        return (name != null && !name.equals(current.name()))
                || (kind != null && kind != current.kind())
                || (status != null && status != current.status());
    }

    boolean closes(OrganisationView current) {
        return status == OrganisationStatus.CLOSED && current.status() == OrganisationStatus.ACTIVE;
    }
}
