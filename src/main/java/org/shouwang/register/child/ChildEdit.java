package org.shouwang.register.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.ChangedFacts;
import org.shouwang.register.SealedFields;
import org.shouwang.register.child.ChildParts.Other;

/**
 * An edit of a file: what it says now and would say.
 *
 * @param patch what was asked for
 */
record ChildEdit(ChildForm before, ChildForm after, ChildPatch patch) {

    static ChildEdit of(Child child, ChildParts parts, ChildPatch patch, SealedFields sealed) {
        ChildForm before = StoredFile.form(child, parts, sealed);
        return new ChildEdit(before, patch.over(before), patch);
    }

    /**
     * What the file is afterwards.
     *
     * @param other the file that still seems to be of the same person
     */
    record After(FileStatus status, Optional<Other> other) {

        private boolean isNewsOf(Child child) {
            return !Objects.equals(child.duplicateOf, other.map(Other::id).orElse(null));
        }
    }

    /** The names of the facts that it changes. */
    List<String> changed(Child child, After then) {
        return then.isNewsOf(child)
                ? Stream.concat(changed().stream(), Stream.of("duplicateOf")).toList()
                : changed();
    }

    private List<String> changed() {
        return ChangedFacts.between(before, after);
    }

    boolean movesLinks() {
        return !before.links().equals(after.links());
    }

    Optional<ChildForm.Assessment> assessment() {
        return Optional.ofNullable(patch.assessment());
    }

    /** What is wrong with the file as it would be, and with changes that are made in another way. */
    List<Violation> check(Child child, Instant now) {
        LocalDate madeOn = LocalDays.of(child.createdAt);
        List<Violation> violations = new ArrayList<>(ChildRules.check(after, now, madeOn));
        if (before.householdId() != null && !before.householdId().equals(after.householdId())) {
            violations.add(Violation.of("householdId", "household-fixed"));
        }
        if (patch.linked().stream().anyMatch(link -> patch.ended().contains(link.memberId()))) {
            violations.add(Violation.of("endedMembers", "no-repeat"));
        }
        if (patch.assessment() != null && child.riskLevel != null) {
            violations.add(Violation.of("assessment", "assessed-already"));
        }
        return violations;
    }

    /**
     * The state of the file afterwards. What is complete stays complete; what is closed is opened first.
     *
     * @param missing what it would lack
     */
    static Result<FileStatus> status(FileStatus before, List<String> missing) {
        return switch (before) {
            case DRAFT -> Result.ok(missing.isEmpty() ? FileStatus.ACTIVE : FileStatus.DRAFT);
            case ACTIVE, TRANSFER_PENDING ->
                Result.unless(
                        missing.stream()
                                .map(field -> Violation.of(field, "needed-in-active-file"))
                                .toList(),
                        before);
            case CLOSED, TRANSFERRED -> Result.refused(Problem.STATE_CONFLICT);
        };
    }

    @Override
    public String toString() {
        return "***";
    }
}
