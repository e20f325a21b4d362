package org.shouwang.register.child;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;

/**
 * What belongs to one child's file beside the file itself.
 *
 * @param other the file that seems to be of the same person
 */
record ChildParts(
        List<MemberChild> links,
        List<ChildCategory> categories,
        List<RiskAssessment> assessments,
        Optional<Other> other) {

    /** Another file, and where it is read. */
    record Other(UUID id, AreaCode areaCode) {

        static Other of(Child file) {
            return new Other(file.id, file.areaCode);
        }
    }

    ChildParts {
        links = List.copyOf(links);
        categories = List.copyOf(categories);
        assessments = List.copyOf(assessments);
    }

    ChildParts(List<MemberChild> links, List<ChildCategory> categories, List<RiskAssessment> assessments) {
        this(links, categories, assessments, Optional.empty());
    }

    ChildParts beside(Optional<Other> found) {
        return new ChildParts(links, categories, assessments, found);
    }

    /** The one that the level comes from: the last that set it. */
    Optional<RiskAssessment> newestAssessment() {
        return assessments.stream()
                .filter(assessment -> assessment.setsLevel)
                .max(Comparator.<RiskAssessment, Instant>comparing(
                                assessment -> assessment.setAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(assessment -> assessment.assessedOn)
                        .thenComparing(
                                assessment -> assessment.recordedAt, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
}
