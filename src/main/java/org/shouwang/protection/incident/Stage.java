package org.shouwang.protection.incident;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a case is (阶段): 强制报告 → 应急处置 → 评估帮扶 → 监护干预. A stage that a case does not need is passed over, an
 * intervention may begin again, and only a case that is followed up is closed.
 */
@Schema(name = "IncidentStage")
enum Stage {
    DISCOVERED,
    REPORTED,
    ACCEPTED_BY_AUTHORITY,
    EMERGENCY_HANDLED,
    ASSESSED,
    INTERVENTION,
    FOLLOW_UP,
    CLOSED;

    /** The stages that may come next. */
    Set<Stage> next() {
        return switch (this) {
            case DISCOVERED -> Set.of(REPORTED);
            case REPORTED -> Set.of(ACCEPTED_BY_AUTHORITY, EMERGENCY_HANDLED);
            case ACCEPTED_BY_AUTHORITY -> Set.of(EMERGENCY_HANDLED, ASSESSED);
            case EMERGENCY_HANDLED -> Set.of(ASSESSED);
            case ASSESSED -> Set.of(INTERVENTION, FOLLOW_UP);
            case INTERVENTION -> Set.of(FOLLOW_UP);
            case FOLLOW_UP -> Set.of(ASSESSED, INTERVENTION, CLOSED);
            case CLOSED -> Set.of(FOLLOW_UP);
        };
    }

    boolean isOpen() {
        return this != CLOSED;
    }

    /** Whether the child was brought to safety once. */
    boolean isHandled() {
        return compareTo(EMERGENCY_HANDLED) >= 0;
    }

    /** Whether the step is the county lead's alone: to close a case, and to open it again. */
    boolean takesLead(Stage to) {
        return this == CLOSED || to == CLOSED;
    }
}
