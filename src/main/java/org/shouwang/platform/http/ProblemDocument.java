package org.shouwang.platform.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Problem document (RFC 9457). It holds no personal data, no SQL and no stack trace. */
@Schema(name = "Problem")
public record ProblemDocument(
        @Schema(examples = "urn:shouwang:problem:invalid") String type,
        @Schema(examples = "内容不符合要求") String title,
        int status,
        @Schema(examples = "请按提示修改后再提交。") String detail,
        @Nullable String requestId,
        List<FieldProblem> violations,

        @Schema(description = "The record that stands against it, where the caller may see it") @Nullable
        UUID existingId,

        @Schema(description = "Operations acknowledged since then are to be sent again: the database went back in time")
        @Nullable
        Instant resendFrom) {

    /** One field that breaks one rule, with the rule's sentence. */
    @Schema(name = "Violation")
    public record FieldProblem(
            @Schema(examples = "countLeftBehind") String field,
            @Schema(examples = "count-left-behind") String rule,
            @Schema(examples = "留守儿童数 22 不能大于儿童总数 21。") String message) {

        public FieldProblem {
            field = JsonPaths.plain(field);
        }
    }
}
