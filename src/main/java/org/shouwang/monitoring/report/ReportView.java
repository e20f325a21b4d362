package org.shouwang.monitoring.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;

@Schema(name = "ReportSubmission", description = "The report of a unit with a period (报表/评估报告)")
record ReportView(
        UUID periodId,
        UUID unitId,
        String unitName,

        @Schema(description = "0 while it is owed; raised by each document")
        int version,

        @Schema(description = "Absent while it is owed") @Nullable
        UUID reportFileId,

        List<Receiver> submittedTo,
        @Nullable Instant submittedAt,

        @Schema(description = "All documents, the earliest first; only of a single report") @Nullable
        List<UUID> fileIds)
        implements Answers.Versioned {}
