package org.shouwang.register;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A category that a child has had or has, with its days (儿童类别). */
@Entity
@Table(name = "child_category")
class ChildCategory {

    @Id
    UUID id;

    UUID childId;

    @Enumerated(EnumType.STRING)
    CategoryCode categoryCode;

    LocalDate startDate;

    @Nullable
    LocalDate endDate;

    @Enumerated(EnumType.STRING)
    CategoryStatus status;

    @Version
    int version;

    protected ChildCategory() {}

    /** As the village claims it. */
    ChildCategory(UUID childId, ChildForm.Category claim) {
        this.id = claim.id();
        this.childId = childId;
        this.categoryCode = claim.categoryCode();
        this.startDate = claim.startDate();
        this.status = CategoryStatus.CLAIMED;
    }
}
