package org.shouwang.protection.referral;

import java.util.Map;
import java.util.Optional;
import org.shouwang.protection.referral.ReferralAct.Kind;

/** From which status what leads where: SENT → ACCEPTED → FEEDBACK_GIVEN → CLOSED, or SENT → REJECTED → CLOSED. */
final class Moves {

    private static final Map<ReferralStatus, Map<Kind, ReferralStatus>> TABLE = Map.of(
            ReferralStatus.SENT,
            Map.of(
                    Kind.ACCEPT, ReferralStatus.ACCEPTED,
                    Kind.REJECT, ReferralStatus.REJECTED,
                    Kind.WITHDRAW, ReferralStatus.CLOSED),
            ReferralStatus.ACCEPTED,
            Map.of(
                    Kind.FEEDBACK, ReferralStatus.FEEDBACK_GIVEN,
                    Kind.WITHDRAW, ReferralStatus.CLOSED),
            ReferralStatus.REJECTED,
            Map.of(Kind.CLOSE, ReferralStatus.CLOSED),
            ReferralStatus.FEEDBACK_GIVEN,
            Map.of(Kind.CLOSE, ReferralStatus.CLOSED),
            ReferralStatus.CLOSED,
            Map.of());

    private Moves() {}

    /** Where the act leads; empty where it comes too late or too early. */
    static Optional<ReferralStatus> after(ReferralStatus status, Kind kind) {
        return Optional.ofNullable(TABLE.getOrDefault(status, Map.of()).get(kind));
    }
}
