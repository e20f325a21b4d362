package org.shouwang.area;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "AreaAdministratorForm", description = "Who runs an area (托管): an organisation or an area, one of them")
record HostForm(
        @Nullable UUID organisationId,
        @Nullable AreaCode areaCode,

        @NotNull @Schema(description = "First day; a later one than today only while nobody else runs it")
        LocalDate from) {}
