package org.shouwang.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

/** A version of an area's follow-up policy. */
@Schema(name = "FollowUpPolicyVersion")
record PolicyVersionView(
        UUID id,
        int version,
        AreaCode areaCode,
        String name,
        @Nullable String documentNumber,

        @Schema(description = "First day; it holds until the next version of the area")
        LocalDate validFrom,

        Instant createdAt,

        @Schema(description = "When it was taken back; absent while it stands") @Nullable
        Instant withdrawnAt,

        @Nullable String withdrawalReason,
        List<PolicyLevel> levels,
        List<CategoryFloor> categoryFloors,
        Span newFileFirstVisit)
        implements Answers.Versioned {

    static PolicyVersionView of(PolicyVersion version) {
        PolicyVersion.Withdrawal withdrawn = version.withdrawn();
        FollowUpPolicy policy = version.policy();
        return new PolicyVersionView(
                version.id(),
                version.version(),
                version.area().code(),
                version.name(),
                version.documentNumber(),
                version.validFrom(),
                version.createdAt(),
                withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.reason(),
                policy.levels().stream().map(PolicyLevel::of).toList(),
                CategoryFloor.of(policy),
                policy.newFileFirstVisit());
    }
}
