package org.shouwang.register.move;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.record.RequestHash;

/** An action that moved a move, kept so that the same request again is answered and not done again. */
@Entity
@Table(name = "move_action")
class MoveActionEntry {

    @Id
    UUID id;

    UUID moveId;

    @Enumerated(EnumType.STRING)
    MoveAction.Kind action;

    byte[] requestHash;
    Instant createdAt;
    UUID createdBy;

    protected MoveActionEntry() {}

    MoveActionEntry(MoveAction action, UUID moveId, Instant at, UUID workerId) {
        this.id = action.id();
        this.moveId = moveId;
        this.action = action.kind();
        this.requestHash = RequestHash.of(action).bytes();
        this.createdAt = at;
        this.createdBy = workerId;
    }

    /** Whether this is the same request of the same worker again. */
    boolean repeats(MoveAction again, UUID move, UUID workerId) {
        return moveId.equals(move)
                && action == again.kind()
                && createdBy.equals(workerId)
                && RequestHash.of(again).matches(requestHash);
    }
}
