/**
 * What the units report (按季度采集): periods, and values of indicators with numerator, denominator and a person who stands for them.
 *
 * <p>A value belongs to a line of the book of responsibilities and a period. {@code ValueMoves} is the table of its states,
 * {@code ValueRules} and {@code TownshipSum} are the equalities, all pure. What was done stands for ever in
 * {@code indicator_value_act}, with the figures of each version. Rooms above hear of what is published through
 * {@code ValueListener}. Use cases run on the reactive pool, reminders ({@code ReminderLook}, pure) are told in a session.
 */
@NullMarked
package org.shouwang.monitoring.collection;

import org.jspecify.annotations.NullMarked;
