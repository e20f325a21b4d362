/**
 * Assessments of children's risk (风险评估): the models as data, how answers become a level, who confirms a lower one, and what an
 * emergency sets off. One that tells of danger is never refused for its form ({@code ReadAssessment}).
 *
 * <p>It uses the child's file through {@code register.child}. {@code Score}, {@code AssessmentRules} and {@code LevelDecision}
 * are pure; all else runs on event loops, in one transaction that holds the file.
 */
@NullMarked
package org.shouwang.register.assessment;

import org.jspecify.annotations.NullMarked;
