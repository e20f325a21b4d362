package org.shouwang.monitoring.bulletin;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Issues a draft, or gives it up. */
@Schema(name = "BulletinActForm")
record BulletinActForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id) {}
