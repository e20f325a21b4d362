/**
 * The yearly score of units (年度绩效考核), commendations (通报表扬) and interviews (约谈).
 *
 * <p>What a unit is scored by is a released model ({@code score-models}); {@code Scoring} and {@code Ranking} are pure. A draft is
 * computed in a few statements however many units there are; the office adjusts it with reasons and publishes it. What was published
 * never changes: after an objection (申诉) that is upheld another edition replaces it. Units are ranked, never persons or villages. Runs
 * on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.score;

import org.jspecify.annotations.NullMarked;
