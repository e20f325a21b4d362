package org.shouwang.staff.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** An organisation as a client makes it. Where it stands and what it belongs to stay as they are. */
@Schema(name = "OrganisationForm")
record OrganisationForm(
        @NotBlank @Size(max = 100) @Schema(examples = "陈仓区民政局")
        String name,

        @NotNull OrganisationKind kind,

        @NotNull @Schema(examples = "610304000000") AreaCode areaCode,

        @Nullable UUID parentId) {}
