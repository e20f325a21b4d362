package org.shouwang.protection.violence;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a stage of the chain is. */
@Schema(name = "ViolenceStageStatus")
enum StageStatus {
    /** Nobody has said yet whether it is needed. */
    UNDECIDED,
    NOT_NEEDED,
    /** An agency is asked and has not answered. */
    REFERRED,
    RUNNING,
    DONE,
    REFUSED_BY_VICTIM;

    boolean isFinal() {
        return switch (this) {
            case NOT_NEEDED, DONE, REFUSED_BY_VICTIM -> true;
            case UNDECIDED, REFERRED, RUNNING -> false;
        };
    }

    /** What may be said of it by hand while no agency has it. */
    Set<StageStatus> sayable() {
        return switch (this) {
            case UNDECIDED -> Set.of(NOT_NEEDED, RUNNING, DONE, REFUSED_BY_VICTIM);
            case NOT_NEEDED -> Set.of(RUNNING, DONE, REFUSED_BY_VICTIM);
            case REFUSED_BY_VICTIM -> Set.of(NOT_NEEDED, RUNNING, DONE);
            case RUNNING -> Set.of(DONE, REFUSED_BY_VICTIM);
            case DONE -> Set.of(RUNNING);
            case REFERRED -> Set.of();
        };
    }
}
