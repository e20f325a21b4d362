/**
 * Where an indicator stands, and the yellow and red cards that follow (亮黄牌、红牌).
 *
 * <p>What a year asks for ({@code YearTarget}), whether a value reaches it, its status and which card it gives rise to
 * ({@code CardJudge}) is pure. Rules with their thresholds are rows ({@code CardRule}). The system proposes, the committee office
 * decides; nothing of a few cases and nothing that is only watched is proposed for its value; there the office may
 * give a card by hand ({@code GiveCard}).
 *
 * <p>{@code JudgeValues} hears of what is published and judges again what was held against it ({@code Revision}), {@code ProposeMissing} looks for what is missing, {@code ProposeUnanswered} is
 * told which letter was not answered. At most one proposal is open for an indicator, unit and period ({@code Proposal}); what was
 * done stands for ever in {@code card_act}. Letters see cards through {@code LetterCards}, cards their letters through {@code
 * CardListener}. Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.card;

import org.jspecify.annotations.NullMarked;
