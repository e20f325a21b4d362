package org.shouwang.register.move;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.register.child.RiskLevel;

/** A move as one of its sides may see it: no more of the children than that side needs now. */
@Schema(name = "Move")
record MoveView(
        UUID id,
        int version,
        MoveState state,
        AreaCode fromAreaCode,
        @Nullable AreaCode toAreaCode,

        @Schema(description = "Whose turn it is while the move is open")
        Side askedSide,

        boolean wholeHousehold,

        @Schema(description = "Left out for the receiving side when the move came to nothing")
        List<MovingChild> children,

        @Nullable UUID householdId,
        @Nullable UUID toHouseholdId,
        @Nullable String address,
        @Nullable String hamlet,
        @Nullable String reason,
        UUID requesterAppointmentId,
        Instant askedAt,
        @Nullable UUID sourceVisitId,
        @Nullable String answerReason,
        @Nullable Instant answeredAt,
        @Nullable Instant remindedAt,
        @Nullable Instant coordinatorToldAt,
        @Nullable Instant countyToldAt)
        implements Answers.Versioned {

    /**
     * A child of the move.
     *
     * @param childId for the side where the child lives now
     * @param age in years; null where the birthday is not known
     * @param riskLevel for the side where the child lives, and for the one that is to take it over
     */
    @Schema(name = "MovingChild")
    record MovingChild(
            @Nullable UUID childId,
            String fullName,
            @Nullable Integer age,
            @Nullable RiskLevel riskLevel) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
