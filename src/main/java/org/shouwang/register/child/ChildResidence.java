package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Where a child lived from which day: late records are judged by the residence of their day. */
@Entity
@Table(name = "child_residence")
@IdClass(ChildResidence.Key.class)
class ChildResidence {

    @Id
    UUID childId;

    @Id
    LocalDate fromDate;

    AreaCode areaCode;

    @Nullable
    LocalDate toDate;

    protected ChildResidence() {}

    ChildResidence(UUID childId, AreaCode areaCode, LocalDate fromDate) {
        this.childId = childId;
        this.areaCode = areaCode;
        this.fromDate = fromDate;
    }

    record Key(UUID childId, LocalDate fromDate) implements Serializable {}
}
