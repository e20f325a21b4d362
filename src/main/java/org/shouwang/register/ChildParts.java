package org.shouwang.register;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What belongs to one child's file beside the file itself. */
record ChildParts(List<MemberChild> links, List<ChildCategory> categories, List<RiskAssessment> assessments) {

    ChildParts {
        links = List.copyOf(links);
        categories = List.copyOf(categories);
        assessments = List.copyOf(assessments);
    }

    Optional<RiskAssessment> newestAssessment() {
        return assessments.stream().max(Comparator.comparing(assessment -> assessment.assessedOn));
    }
}
