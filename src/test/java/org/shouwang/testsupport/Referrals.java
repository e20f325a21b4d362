package org.shouwang.testsupport;

import java.sql.SQLException;
import javax.sql.DataSource;

/** What tests leave of referrals. */
public final class Referrals {

    private Referrals() {}

    /** All are over: where a later test moves the clock, nobody is reminded of these, and no post waits for them. */
    public static void settle(DataSource database) throws SQLException {
        Sql.update(database, "update referral set status = 'CLOSED' where status <> 'CLOSED'");
        Sql.update(database, "update referral_watch set next_look_at = null where next_look_at is not null");
    }
}
