package org.shouwang.protection.referral;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;

/** Closes the texts of referrals on their way into the database, and opens them on their way out. */
@Singleton
class ReferralTexts {

    private final FieldCipher cipher;

    ReferralTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    void close(Referral referral) {
        referral.summaryCipher = Objects.requireNonNull(closed(ReferralSealed.SUMMARY, referral.id, referral.summary));
        referral.rejectReasonCipher = closed(ReferralSealed.REASON, referral.id, referral.rejectReason);
        referral.feedbackCipher = closed(ReferralSealed.FEEDBACK, referral.id, referral.feedback);
    }

    /** The referral with its texts read from its columns. */
    Referral opened(Referral referral) {
        referral.summary = Objects.requireNonNull(opened(ReferralSealed.SUMMARY, referral.id, referral.summaryCipher));
        referral.rejectReason = opened(ReferralSealed.REASON, referral.id, referral.rejectReasonCipher);
        referral.feedback = opened(ReferralSealed.FEEDBACK, referral.id, referral.feedbackCipher);
        return referral;
    }

    private byte @Nullable [] closed(SealedColumn column, UUID row, @Nullable String text) {
        return text == null ? null : cipher.encrypt(text, column.placeOf(List.of(row)));
    }

    private @Nullable String opened(SealedColumn column, UUID row, byte @Nullable [] closed) {
        return closed == null ? null : cipher.decrypt(closed, column.placeOf(List.of(row)));
    }
}
