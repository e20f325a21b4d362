package org.shouwang.monitoring.report;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit hands in with a period. */
@Schema(name = "ReportSubmissionForm")
record ReportForm(
        @NotNull @Schema(description = "A complete evidence file of the unit; another one is another version")
        UUID reportFileId) {}
