package org.shouwang.policy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.shouwang.testsupport.Sql;

/** Takes away what tests of policies stored: no other test goes by it. */
final class PolicyTables {

    private PolicyTables() {}

    /** No version of an area of this province, and no node that remembers one. */
    static void clear(DataSource database, Rulebooks rulebooks, long province) throws SQLException {
        Sql.update(
                database,
                "delete from follow_up_policy where area_code >= ? and area_code < ?",
                province,
                province + 10_000_000_000L);
        rulebooks.refresh().await().indefinitely();
    }
}
