package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.protection.referral.Climb.Rung;
import org.shouwang.staff.PostsInOffice.InOffice;

class ReferralNoticesTest {

    private static final Instant DUE = Instant.parse("2026-05-10T20:00:00Z");
    private static final InOffice OFFICER = new InOffice(UUID.randomUUID(), UUID.randomUUID(), 7);

    private static Referral referral(Urgency urgency) {
        Referral referral = new Referral();
        referral.id = UUID.randomUUID();
        referral.urgency = urgency;
        referral.status = ReferralStatus.SENT;
        referral.dueAt = DUE;
        return referral;
    }

    @ParameterizedTest
    @CsvSource({"NORMAL,DAYTIME", "URGENT,COLLECTED", "IMMEDIATE,AT_ONCE"})
    void onlyWhatIsImmediateWakesTheReceiver(Urgency urgency, Push push) {
        assertThat(ReferralNotices.received(referral(urgency), OFFICER, true).push())
                .isEqualTo(push);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER,SOON,NORMAL,SUMMARY",
        "ANSWER,DUE,NORMAL,DAYTIME",
        "ANSWER,COORDINATOR,NORMAL,SUMMARY",
        "ANSWER,LEAD,NORMAL,SUMMARY",
        "ANSWER,SOON,URGENT,COLLECTED",
        "ANSWER,LEAD,URGENT,COLLECTED",
        "ANSWER,SOON,IMMEDIATE,AT_ONCE",
        "ANSWER,LEAD,IMMEDIATE,AT_ONCE",
        "FEEDBACK,DUE,IMMEDIATE,COLLECTED",
        "FEEDBACK,SOON,NORMAL,SUMMARY",
        "ELSEWHERE,DUE,IMMEDIATE,DAYTIME"
    })
    void aReminderWaitsAsLongAsItMay(Phase phase, Rung rung, Urgency urgency, Push push) {
        assertThat(ReferralNotices.waiting(referral(urgency), phase, rung, 1, DUE, OFFICER)
                        .push())
                .isEqualTo(push);
    }

    /** 20:00 UTC is the next day in Shanghai. */
    @Test
    void eachStepIsAnOccurrenceOfItsOwnAndNamesTheLocalDay() {
        Referral referral = referral(Urgency.NORMAL);

        Notice second = ReferralNotices.waiting(referral, Phase.ANSWER, Rung.SOON, 1, DUE, OFFICER);

        Notice first = ReferralNotices.waiting(referral, Phase.ANSWER, Rung.SOON, 0, DUE, OFFICER);
        assertThat(second.occurrence()).isNotEqualTo(first.occurrence());
        assertThat(second.dueOn()).hasToString("2026-05-11");
    }
}
