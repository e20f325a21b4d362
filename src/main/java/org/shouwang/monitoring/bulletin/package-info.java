/**
 * Bulletins (通报): what the committee office says of the two plans of a county to all units at once, for one collection period.
 *
 * <p>A draft is computed live. When it is issued it takes a number and its content is stored as one document, which no correction of a
 * value changes any more: a mistake is put right by another bulletin in its place (更正通报). Counting ({@code Tally}), ranking of units
 * ({@code Ranking}) and what is withheld ({@code Compilation}) are pure. Units are ranked, persons and villages never. Whom to tell is
 * looked up afterwards by {@code TellOfBulletins}, in a session; use cases run on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.bulletin;

import org.jspecify.annotations.NullMarked;
