package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Does to a letter or a plan what needs no words. */
@Schema(name = "SupervisionActForm")
record ActForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id) {}
