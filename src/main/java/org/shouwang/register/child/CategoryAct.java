package org.shouwang.register.child;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.Findings;

/** What is decided about a category: CLAIMED → VERIFIED → APPROVED or REJECTED → ENDED (roles and law, section 7). */
sealed interface CategoryAct extends ChildAct {

    /** Whether the category is where this is decided. */
    boolean isTakenBy(ChildCategory category);

    /** Makes the category what it is afterwards; everything was asked before. */
    void applyTo(ChildCategory category);

    /** What is wrong with the act itself. */
    default List<Violation> violations(ChildCategory category, LocalDate today) {
        return List.of();
    }

    @Schema(name = "CategoryVerification")
    record Verify(@NotNull UUID id) implements CategoryAct {

        @Override
        public ChildAct.Kind kind() {
            return Kind.VERIFY;
        }

        @Override
        public boolean isTakenBy(ChildCategory category) {
            return category.status == CategoryStatus.CLAIMED;
        }

        @Override
        public void applyTo(ChildCategory category) {
            category.status = CategoryStatus.VERIFIED;
        }
    }

    /** Categories on which an allowance hangs say who recognised them when, under which number. */
    @Schema(name = "CategoryApproval")
    record Approve(
            @NotNull UUID id,
            @Nullable UUID recognisedOrganisationId,
            @Nullable LocalDate recognisedOn,
            @Size(max = 50) @Nullable String docNo)
            implements CategoryAct {

        @Override
        public ChildAct.Kind kind() {
            return Kind.APPROVE;
        }

        @Override
        public boolean isTakenBy(ChildCategory category) {
            return category.status == CategoryStatus.VERIFIED;
        }

        @Override
        public void applyTo(ChildCategory category) {
            category.status = CategoryStatus.APPROVED;
            category.recognisedOrganisationId = recognisedOrganisationId;
            category.recognisedOn = recognisedOn;
            category.docNo = docNo;
        }

        @Override
        public List<Violation> violations(ChildCategory category, LocalDate today) {
            Findings findings = new Findings(today);
            findings.past(recognisedOn, "recognisedOn");
            boolean benefit = category.categoryCode.isBenefit();
            findings.require(!benefit || recognisedOrganisationId != null, "recognisedOrganisationId", "benefit-needs");
            findings.require(!benefit || recognisedOn != null, "recognisedOn", "benefit-needs");
            findings.require(!benefit || (docNo != null && !docNo.isBlank()), "docNo", "benefit-needs");
            return findings.all();
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "CategoryRejection")
    record Reject(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements CategoryAct {

        @Override
        public ChildAct.Kind kind() {
            return Kind.REJECT;
        }

        @Override
        public boolean isTakenBy(ChildCategory category) {
            return category.status == CategoryStatus.CLAIMED || category.status == CategoryStatus.VERIFIED;
        }

        @Override
        public void applyTo(ChildCategory category) {
            category.status = CategoryStatus.REJECTED;
        }

        @Override
        public String why() {
            return reason;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "CategoryEnd")
    record End(
            @NotNull UUID id,

            @Schema(description = "From this day on it does not hold") @NotNull
            LocalDate endDate,

            @NotBlank @Size(max = 200) String reason)
            implements CategoryAct {

        @Override
        public ChildAct.Kind kind() {
            return Kind.END;
        }

        @Override
        public boolean isTakenBy(ChildCategory category) {
            return category.isOpen();
        }

        @Override
        public void applyTo(ChildCategory category) {
            category.end(endDate);
        }

        @Override
        public List<Violation> violations(ChildCategory category, LocalDate today) {
            Findings findings = new Findings(today);
            findings.past(endDate, "endDate");
            findings.require(!endDate.isBefore(category.startDate), "endDate", "not-before-start");
            return findings.all();
        }

        @Override
        public String why() {
            return reason;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
