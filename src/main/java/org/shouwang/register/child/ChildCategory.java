package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
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

    /** Proposed from the parents' facts. */
    boolean byRule;

    /** What it was when the rules ended it; null where they did not. */
    @Enumerated(EnumType.STRING)
    @Nullable
    CategoryStatus endedFrom;

    @Nullable
    String otherText;

    @Nullable
    UUID recognisedOrganisationId;

    @Nullable
    LocalDate recognisedOn;

    @Nullable
    String docNo;

    @Version
    int version;

    protected ChildCategory() {}

    /** As somebody claims it. */
    ChildCategory(UUID childId, ChildForm.Category claim) {
        this.id = claim.id();
        this.childId = childId;
        this.categoryCode = claim.categoryCode();
        this.startDate = claim.startDate();
        this.otherText = claim.otherText();
        this.status = CategoryStatus.CLAIMED;
    }

    /** As the rule finds it; a person confirms or refuses it. */
    static ChildCategory proposed(UUID id, UUID childId, CategoryCode code, LocalDate startDate) {
        ChildCategory category = new ChildCategory(childId, new ChildForm.Category(id, code, startDate, null));
        category.byRule = true;
        return category;
    }

    /** Whether this claim would make it again. */
    boolean isWhat(ChildForm.Category claim) {
        return categoryCode == claim.categoryCode()
                && startDate.equals(claim.startDate())
                && Objects.equals(otherText, claim.otherText());
    }

    /** Whether it is claimed, verified or approved, and has not ended. */
    boolean isOpen() {
        return status.open() && endDate == null;
    }

    /** Whether the rules proposed it, and no person has said anything of it. */
    boolean isUnconfirmed() {
        return byRule && (endedFrom == null ? status : endedFrom) == CategoryStatus.CLAIMED;
    }

    /** From a day on it does not hold any more, by the facts that are recorded now. */
    void endByRule(LocalDate on) {
        endedFrom = status;
        end(on);
    }

    /** The facts by which the rules ended it were a mistake. */
    void restore() {
        status = Objects.requireNonNull(endedFrom);
        endedFrom = null;
        endDate = null;
    }

    /** From a day on it does not hold any more. */
    void end(LocalDate on) {
        endDate = on;
        status = CategoryStatus.ENDED;
    }
}
