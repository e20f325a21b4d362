package org.shouwang.protection.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is done to a referral, as the client asks for it; its id is the client's. */
sealed interface ReferralAct {

    UUID id();

    Kind kind();

    /** What can be done. */
    enum Kind {
        ACCEPT,
        REJECT,
        FEEDBACK,
        CLOSE,
        WITHDRAW;

        /** Whether it is the receiver's to do; else it is the sender's. */
        boolean isReceivers() {
            return this == ACCEPT || this == REJECT || this == FEEDBACK;
        }
    }

    /** The receiver is on it (接收). */
    @Schema(name = "ReferralAccept")
    record Accept(@NotNull UUID id) implements ReferralAct {
        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }
    }

    /** The receiver does not take it (退回). */
    @Schema(name = "ReferralReject")
    record Reject(
            @NotNull UUID id,
            @NotBlank @Size(max = ReferralRules.REASON) String reason) implements ReferralAct {
        @Override
        public Kind kind() {
            return Kind.REJECT;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** What the receiver did and what came of it (反馈). */
    @Schema(name = "ReferralFeedback")
    record Feedback(
            @NotNull UUID id,
            @NotBlank @Size(max = ReferralRules.FEEDBACK) String feedback,
            @NotNull ReferralResult resultCode,

            @Schema(description = "When the service was done; now without it") @Nullable
            Instant doneAt)
            implements ReferralAct {
        @Override
        public Kind kind() {
            return Kind.FEEDBACK;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The sender has read the answer. */
    @Schema(name = "ReferralClose")
    record Close(@NotNull UUID id) implements ReferralAct {
        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }
    }

    /** The sender asks no more, before the answer came. */
    @Schema(name = "ReferralWithdraw")
    record Withdraw(@NotNull UUID id) implements ReferralAct {
        @Override
        public Kind kind() {
            return Kind.WITHDRAW;
        }
    }
}
