package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Does not accept an answer, and asks for another one. */
@Schema(name = "SupervisionRejectionForm")
record RejectionForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 1000) @Schema(examples = "措施未落实到人")
        String reason,

        @NotNull @Schema(description = "Until when the other answer is owed: 3 to 90 days from today")
        LocalDate dueOn) {}
