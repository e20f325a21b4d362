/**
 * Violence at home (家庭暴力个案, 反家庭暴力法): the chain of five agencies, warning letters, protection orders, and the visits and
 * checks that these ask for.
 *
 * <p>All of it is of class R. A case is open to the post that answers for it, to its author, to the county's lead (civil affairs
 * for a child, the women's federation for a woman) and to whom that opens it; an agency with a stage sees the chain and what it
 * said itself, the police letters and orders too ({@code CaseStanding} is the one rule). For everybody else there is none. Nothing
 * is deleted: what was done stands in {@code violence_act}.
 *
 * <p>Whoever acts in a case holds first its victim, then its tasks and open referrals, then the case ({@code OneCase}): in the order in
 * which moves, visits and answers of agencies come to it.
 *
 * <p>Uses {@code referral}, by which each stage is handed to exactly one receiver, {@code incident}, {@code register} for the
 * victim, {@code task} for what follows, and {@code notification}. The chain, its machine and the dates of orders are pure.
 * Writing runs on the session of its use case; lists, single reads and the change feed run on the reactive pool.
 */
@NullMarked
package org.shouwang.protection.violence;

import org.jspecify.annotations.NullMarked;
