package org.shouwang.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.task.campaign.ThemeCode;

@Schema(name = "Activity", description = "An activity that was held; counts are person-times")
record ActivityView(
        UUID id,
        String title,
        ThemeCode themeCode,
        @Nullable UUID homeId,
        @Nullable String place,
        AreaCode areaCode,
        AreaCode recordedAreaCode,
        Instant startedAt,
        Instant endedAt,
        @Nullable UUID organiserOrganisationId,

        @Schema(description = "The worker who held and recorded it")
        UUID hostId,

        @Schema(description = "The post under which it was held")
        UUID hostAppointmentId,

        @JsonUnwrapped HeadCounts counts,

        @Schema(description = "Those of the registered children on the list whose files the caller may read")
        List<UUID> attendance,

        String summary,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        int version)
        implements Answers.Versioned {

    static final String COLUMNS = """
            c.id, c.title, c.theme_code, c.home_id, c.place, c.area_code, c.recorded_area_code, c.started_at, c.ended_at,
            c.organiser_organisation_id, c.host_appointment_id, c.summary, c.created_at, c.created_by, c.updated_at,
            c.updated_by, c.version,
            """ + HeadCounts.COLUMNS;

    /** Reads a row of {@link #COLUMNS} and of the {@code attendance} that the caller may see. */
    static ActivityView of(Row row) {
        return new ActivityView(
                row.getUUID("id"),
                row.getString("title"),
                ThemeCode.valueOf(row.getString("theme_code")),
                row.getUUID("home_id"),
                row.getString("place"),
                new AreaCode(row.getLong("area_code")),
                new AreaCode(row.getLong("recorded_area_code")),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("ended_at").toInstant(),
                row.getUUID("organiser_organisation_id"),
                row.getUUID("created_by"),
                row.getUUID("host_appointment_id"),
                HeadCounts.of(row),
                List.of(row.getArrayOfUUIDs("attendance")),
                row.getString("summary"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getUUID("updated_by"),
                row.getInteger("version"));
    }
}
