package org.shouwang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the inbox with its texts, which hold no names: what it is about is read under its subject's id. */
@Schema(name = "Notification")
record NotificationView(
        UUID id,
        @Schema(examples = "task-assigned") String event,
        @Schema(examples = "新任务") String title,
        @Schema(examples = "您有一项新任务，截止日期：2026年3月9日。") String body,
        UUID appointmentId,
        @Schema(examples = "task") String subjectType,
        UUID subjectId,
        @Nullable LocalDate dueOn,

        @Schema(description = "Of a summary: how many things of each kind") @Nullable
        Map<String, Integer> counts,

        boolean urgent,
        Instant createdAt,
        @Nullable Instant readAt,
        int version) {}
