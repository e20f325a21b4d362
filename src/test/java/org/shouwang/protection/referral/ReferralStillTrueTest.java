package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralStillTrueTest {

    @ParameterizedTest
    @CsvSource({
        "referral-received,SENT,true",
        "referral-received,ACCEPTED,true",
        "referral-received,REJECTED,false",
        "referral-unmanned,FEEDBACK_GIVEN,false",
        "referral-unread,FEEDBACK_GIVEN,true",
        "referral-unread,CLOSED,false",
        "referral-answer-late,SENT,true",
        "referral-answer-late,CLOSED,false",
        "referral-feedback-late,ACCEPTED,true",
        "referral-feedback-late,FEEDBACK_GIVEN,false",
        "referral-ask-elsewhere,REJECTED,true",
        "referral-ask-elsewhere,CLOSED,false",
        "referral-accepted,FEEDBACK_GIVEN,true",
        "referral-answered,CLOSED,true",
        "referral-withdrawn,CLOSED,true"
    })
    void aPushThatAsksForSomethingGoesOutWhileThatIsAwaited(String event, ReferralStatus status, boolean holds) {
        assertThat(ReferralStillTrue.holds(event, status, true)).isEqualTo(holds);
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThat(ReferralStillTrue.holds("referral-answered", null, true)).isFalse();
    }

    @Test
    void whoeverHasHandedThePostOverIsToldNothingMore() {
        assertThat(ReferralStillTrue.holds("referral-answered", ReferralStatus.FEEDBACK_GIVEN, false))
                .isFalse();
    }
}
