package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Violation;
import org.shouwang.protection.directory.ReferralType;

class ReferralRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final Instant SENT = Instant.parse("2026-05-10T04:00:00Z");

    private static Sending asked(ReferralType type, ConsentStatus consent, @Nullable LegalGround ground) {
        return Sending.of(new Ask(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                type,
                UUID.randomUUID(),
                Urgency.NORMAL,
                "请协助",
                consent,
                ground,
                false,
                LeadOffice.CIVIL_AFFAIRS));
    }

    /** 未满十四周岁 a guardian agrees; who is grown up agrees themselves, and no provision for minors speaks of them. */
    @ParameterizedTest
    @CsvSource({
        "2012-05-11,AGREED,,referral-guardian-agrees",
        "2012-05-10,AGREED,,",
        "2012-05-11,GUARDIAN_AGREED,,",
        "2008-05-11,GUARDIAN_AGREED,,",
        "2008-05-10,GUARDIAN_AGREED,,referral-adult-agrees",
        "2008-05-10,REFUSED,MINORS_PROTECTION_11,referral-ground-of-minors",
        "2008-05-10,REFUSED,DOMESTIC_VIOLENCE_14,",
        "2008-05-11,REFUSED,MINORS_PROTECTION_11,",
        ",AGREED,,",
        ",GUARDIAN_AGREED,,"
    })
    void whoAgreesFollowsTheAge(
            @Nullable LocalDate born, ConsentStatus consent, @Nullable LegalGround ground, @Nullable String rule) {
        assertThat(ReferralRules.ofSubject(asked(ReferralType.HUKOU, consent, ground), born, true, TODAY))
                .extracting(Violation::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({"HUKOU,false,1", "HUKOU,true,0", "POLICE,false,0"})
    void nothingButProtectionIsAskedForAClosedFile(ReferralType type, boolean open, int violations) {
        assertThat(ReferralRules.ofSubject(asked(type, ConsentStatus.GUARDIAN_AGREED, null), null, open, TODAY))
                .hasSize(violations);
    }

    /** A phone's clock is ten minutes ahead at most; what began before the acceptance was done after the sending. */
    @ParameterizedTest
    @CsvSource({"-PT1S,1", "PT0S,0", "PT1H,0", "PT1H10M,0", "PT1H10M1S,1"})
    void theServiceIsDoneBetweenTheSendingAndNow(Duration afterSending, int violations) {
        ReferralAct feedback =
                new ReferralAct.Feedback(UUID.randomUUID(), "已办理", ReferralResult.SOLVED, SENT.plus(afterSending));

        assertThat(ReferralRules.violations(feedback, SENT, SENT.plus(Duration.ofHours(1))))
                .hasSize(violations);
    }

    @Test
    void anIdeographicSpaceIsNoReason() {
        assertThat(ReferralRules.violations(new ReferralAct.Reject(UUID.randomUUID(), "\u3000"), SENT, SENT))
                .extracting(Violation::rule)
                .containsExactly("referral-words");
    }
}
