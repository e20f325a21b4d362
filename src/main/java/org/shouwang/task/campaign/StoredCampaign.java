package org.shouwang.task.campaign;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.CampaignTasks;
import org.shouwang.task.TaskPriority;
import org.shouwang.task.TaskType;

/**
 * A campaign as it stands.
 *
 * @param facts as they were recorded, with the last day of now
 * @param organiserRole what the organiser's post was; who holds it may change
 * @param tasksMadeAt when all who match had been looked through once
 */
record StoredCampaign(
        UUID id,
        int version,
        CampaignForm facts,
        UUID organiser,
        RoleCode organiserRole,
        @Nullable Instant tasksMadeAt,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy,
        @Nullable String closeReason,
        Buffer requestHash,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt) {

    static final String COLUMNS = """
            k.id, k.version, k.name, k.kind, k.season, k.theme_code, k.area_codes, k.subject_type, k.category_codes, k.risk_levels,
            k.age_from, k.age_to, k.start_on, k.end_on, k.task_type, k.task_title, k.task_priority, k.task_days, k.organisation_id,
            k.organiser_appointment_id, k.organiser_role, k.tasks_made_at, k.closed_at, k.closed_by, k.close_reason, k.request_hash,
            k.created_at, k.created_by, k.updated_at
            """;

    CampaignDays days() {
        return new CampaignDays(
                facts.startOn(), facts.endOn(), facts.taskTemplate().days());
    }

    boolean isClosed() {
        return closedAt != null;
    }

    CampaignTasks.Order order() {
        TaskTemplate template = facts.taskTemplate();
        return new CampaignTasks.Order(
                id, template.type(), template.title(), template.priority(), facts.startOn(), organiser, createdBy);
    }

    /** Reads a row of {@link #COLUMNS}. */
    static StoredCampaign of(Row row) {
        return new StoredCampaign(
                row.getUUID("id"),
                row.getInteger("version"),
                facts(row),
                row.getUUID("organiser_appointment_id"),
                RoleCode.valueOf(row.getString("organiser_role")),
                moment(row, "tasks_made_at"),
                moment(row, "closed_at"),
                row.getUUID("closed_by"),
                row.getString("close_reason"),
                row.getBuffer("request_hash"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static CampaignForm facts(Row row) {
        String theme = row.getString("theme_code");
        return new CampaignForm(
                row.getString("name"),
                CampaignKind.valueOf(row.getString("kind")),
                CampaignSeason.valueOf(row.getString("season")),
                theme == null ? null : ThemeCode.valueOf(theme),
                Stream.of(row.getArrayOfLongs("area_codes")).map(AreaCode::new).toList(),
                CampaignSubject.valueOf(row.getString("subject_type")),
                filter(row),
                row.getLocalDate("start_on"),
                row.getLocalDate("end_on"),
                new TaskTemplate(
                        TaskType.valueOf(row.getString("task_type")),
                        row.getString("task_title"),
                        TaskPriority.valueOf(row.getString("task_priority")),
                        row.getInteger("task_days")),
                row.getUUID("organisation_id"));
    }

    private static SubjectFilter filter(Row row) {
        List<CategoryCode> categories = Stream.of(row.getArrayOfStrings("category_codes"))
                .map(CategoryCode::valueOf)
                .toList();
        List<RiskLevel> levels = Stream.of(row.getArrayOfStrings("risk_levels"))
                .map(RiskLevel::valueOf)
                .toList();
        return new SubjectFilter(categories, levels, row.getInteger("age_from"), row.getInteger("age_to"));
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
