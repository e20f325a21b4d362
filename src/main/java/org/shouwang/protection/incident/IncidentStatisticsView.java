package org.shouwang.protection.incident;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Incidents by the month of their discovery and the stage of today. */
@Schema(name = "IncidentStatistics")
record IncidentStatisticsView(List<Line> items) {

    @Schema(name = "IncidentStatisticsLine")
    record Line(@Schema(examples = "2026-03") String month, Stage stage, int count) {}
}
