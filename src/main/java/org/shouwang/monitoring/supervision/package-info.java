/**
 * Supervision letters (督办函), the plans by which units put things right (靶向整改方案), the key supervision list (重点督办) and the
 * wall chart (挂图作战).
 *
 * <p>What may be done to a letter and to a plan, and when, is pure ({@code LetterMoves}, {@code PlanMoves}, {@code LetterLook}). Acts
 * hold the card, then the letter, then the plan. Whom to tell is looked up afterwards by {@code SweepLetters}: the row says when, {@code
 * supervision_told} what was told already. Use cases run on the reactive pool, the sweep tells in a session.
 */
@NullMarked
package org.shouwang.monitoring.supervision;

import org.jspecify.annotations.NullMarked;
