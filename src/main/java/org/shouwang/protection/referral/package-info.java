/**
 * Referrals (转介): an organisation of the directory is asked to help a child or a member of a household, answers by a moment, and
 * the answer comes back to the post that asked (未成年人保护法 art. 11 §3).
 *
 * <p>A referral belongs to a post of the sender and goes on with it. {@code Standing} is the one rule of who sees it; a restricted one
 * is there for the sender's post, the receiver and the office of the county that leads it ({@code LeadOffice}) alone. The receiver is shown {@code SharedFacts} and never a file.
 * What nobody answers climbs a ladder ({@code Climb}). Nothing is deleted: what was done stands in {@code referral_act}.
 *
 * <p>Uses {@code directory} for who takes what, {@code incident} for what a referral follows, {@code register} for whom it is about,
 * and {@code notification}. Other rooms send through {@code SendReferral}, take back and pass on through
 * {@code CaseReferrals}, and hear through {@code ReferralListener}. Moves, deadlines
 * and ladder are pure. Writing runs on the session of its use case; lists, single reads and the change feed on the reactive pool.
 */
@NullMarked
package org.shouwang.protection.referral;

import org.jspecify.annotations.NullMarked;
