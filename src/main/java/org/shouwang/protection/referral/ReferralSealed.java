package org.shouwang.protection.referral;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** What senders and receivers write in their own words. Codes stay readable for figures. */
@Singleton
class ReferralSealed implements SealedColumns {

    static final SealedColumn SUMMARY = referral("summary_cipher");
    static final SealedColumn REASON = referral("reject_reason_cipher");
    static final SealedColumn FEEDBACK = referral("feedback_cipher");

    private static SealedColumn referral(String column) {
        return SealedColumn.of("referral", column, column);
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SUMMARY, REASON, FEEDBACK);
    }
}
