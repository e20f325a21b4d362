package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;

/** An act on a file or a category, kept so that the same request again is answered and not done again. */
@Entity
@Table(name = "child_act")
class ChildActEntry {

    @Id
    UUID id;

    UUID childId;

    @Nullable
    UUID categoryId;

    @Enumerated(EnumType.STRING)
    ChildAct.Kind act;

    @Nullable
    String reason;

    byte[] requestHash;
    Instant createdAt;
    UUID createdBy;

    protected ChildActEntry() {}

    ChildActEntry(ChildAct act, UUID childId, @Nullable UUID categoryId, Instant at, UUID workerId) {
        this.id = act.id();
        this.childId = childId;
        this.categoryId = categoryId;
        this.act = act.kind();
        this.reason = act.why();
        this.requestHash = RequestHash.of(act).bytes();
        this.createdAt = at;
        this.createdBy = workerId;
    }

    /** Whether this is the same request of the same worker again. */
    boolean repeats(ChildAct again, UUID child, @Nullable UUID category, UUID workerId) {
        return childId.equals(child)
                && Objects.equals(categoryId, category)
                && act == again.kind()
                && createdBy.equals(workerId)
                && RequestHash.of(again).matches(requestHash);
    }
}
