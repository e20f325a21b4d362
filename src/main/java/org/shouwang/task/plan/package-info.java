/**
 * Planning of follow-up (随访): which visits, contacts and assessments a child is owed, and until when, computed from what was
 * recorded and the matrix in force. {@link org.shouwang.task.plan.FollowUpPlan} and {@link org.shouwang.task.plan.Replan} are
 * pure; {@code FollowUpFacts} and {@code FollowUpLooks} read in the planner's session or on the reactive pool.
 *
 * <p>It knows no tasks: the room above writes them.
 */
@NullMarked
package org.shouwang.task.plan;

import org.jspecify.annotations.NullMarked;
