package org.shouwang.testsupport;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows of the change feed behind the API. */
public final class FeedTable {

    private FeedTable() {}

    /** Whether the record stands in the scope, and is not said to be removed. */
    public static boolean live(DataSource database, long scope, String kind, UUID id) throws SQLException {
        return Sql.number(
                        database,
                        "select count(*) from sync_change where scope = ? and kind = ? and id = ? and not removed",
                        scope,
                        kind,
                        id)
                == 1;
    }

    /** Puts a record, whose row a test has changed, into the scopes in which it stands, as its use case would have. */
    public static void again(DataSource database, String table, String kind, UUID id) throws SQLException {
        Sql.number(
                database,
                "with put as materialized (select feed_put(s.scope, s.kind, s.id, t.version) from sync_change s join "
                        + table + " t on t.id = s.id where s.kind = ? and s.id = ?) select count(*) from put",
                kind,
                id);
    }
}
