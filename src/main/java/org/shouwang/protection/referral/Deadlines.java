package org.shouwang.protection.referral;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Until when something is done (roles and law, 6.2). */
@Singleton
class Deadlines {

    /** So long after a rejection somebody else must have been asked. */
    static final Duration ELSEWHERE = Duration.ofDays(3);

    /** So long after a feedback the sender must have read it. */
    static final Duration READ = Duration.ofDays(3);

    private final ReferralConfig config;

    Deadlines(ReferralConfig config) {
        this.config = config;
    }

    Duration answer(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> config.answerNormal();
            case URGENT -> config.answerUrgent();
            case IMMEDIATE -> config.answerImmediate();
        };
    }

    Duration feedback(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> config.feedbackNormal();
            case URGENT -> config.feedbackUrgent();
            case IMMEDIATE -> config.feedbackImmediate();
        };
    }

    /** When what it waits for is due; empty where it waits for nothing. */
    Optional<Instant> due(Referral referral) {
        return Phase.of(referral.status).map(phase -> switch (phase) {
            case ANSWER -> referral.sentAt.plus(answer(referral.urgency));
            case FEEDBACK -> Objects.requireNonNull(referral.acceptedAt).plus(feedback(referral.urgency));
            case ELSEWHERE -> Objects.requireNonNull(referral.rejectedAt).plus(ELSEWHERE);
            case READ -> Objects.requireNonNull(referral.feedbackAt).plus(READ);
        });
    }

    /** The same where the receiver is awaited. */
    Optional<Instant> receiverDue(Referral referral) {
        return Phase.of(referral.status).filter(Phase::isReceivers).flatMap(phase -> due(referral));
    }
}
