package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/**
 * The rows of referrals: one about a child's schooling, sent by nobody of the matrix to an organisation in which nobody is in
 * office, so that the county lead answers.
 */
final class ReferralRows {

    private ReferralRows() {}

    static final List<MatrixRow> ALL = List.of(
            one("sendReferral", Right.REFERRAL_WRITE, 201, (who, at) -> put(who, at.newReferral(), "/referrals/{id}")),
            // A page of what is there for the caller, which is said by referrals-by-hand.csv.
            anywhere("listReferrals", Right.REFERRAL_LIST, 200, (who, at) -> list(who, "/referrals", at)),
            as(
                    "getReferral",
                    asker -> seen(asker, Set.of(200), Set.of(200)),
                    (who, at) -> get(who, "/referrals/{id}", at.referral())),
            // The first who may does it.
            as(
                    "acceptReferral",
                    asker -> seen(asker, Set.of(200, 409), Set.of(403)),
                    (who, at) -> post(who, Map.of("id", fresh()), "/referrals/{id}/accept", at.referral())),
            as(
                    "rejectReferral",
                    asker -> seen(asker, Set.of(409), Set.of(403)),
                    (who, at) -> post(
                            who, Map.of("id", fresh(), "reason", "另有原因"), "/referrals/{id}/reject", at.referral())),
            as(
                    "answerReferral",
                    asker -> seen(asker, Set.of(200, 409), Set.of(403)),
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "feedback", "已复学", "resultCode", "SOLVED"),
                            "/referrals/{id}/feedback",
                            at.referral())),
            // The sender's alone.
            as(
                    "withdrawReferral",
                    asker -> seen(asker, Set.of(403), Set.of(403)),
                    (who, at) -> post(who, Map.of("id", fresh()), "/referrals/{id}/withdraw", at.referral())),
            as(
                    "closeReferral",
                    asker -> seen(asker, Set.of(403), Set.of(403)),
                    (who, at) -> post(who, Map.of("id", fresh()), "/referrals/{id}/close", at.referral())));

    /** Whoever reads the child's file reads the referral. */
    private static Set<Integer> seen(Asker asker, Set<Integer> lead, Set<Integer> reader) {
        if (!asker.may(Right.REFERRAL_READ)) {
            return Set.of(403);
        }
        if (asker.mayHere(Right.REFERRAL_LEAD)) {
            return lead;
        }
        return asker.mayHere(Right.CHILD_READ) ? reader : Set.of(404);
    }
}
