package org.shouwang.monitoring;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.shouwang.testsupport.Sql;

/** What monitoring leaves behind in a county in some years, but for its trail. */
final class Leftovers {

    private static final String CARDS = "(select c.id from card c join left_period p on p.id = c.period_id)";
    private static final String VALUES =
            "(select v.id from indicator_value v join left_period p on p.id = v.period_id)";
    private static final String LETTERS = "(select id from supervision_letter where card_id in " + CARDS + ")";
    private static final String PLANS = "(select id from rectification_plan where letter_id in " + LETTERS + ")";
    private static final String BULLETINS = "(select b.id from bulletin b join left_period p on p.id = b.period_id)";
    private static final String NOTICES = "(select id from notification where subject_id in " + LETTERS
            + " or subject_id in " + BULLETINS + " or subject_id in (select id from left_period))";

    private static final List<String> STATEMENTS = List.of(
            "delete from delivery where notification_id in " + NOTICES,
            "delete from sync_change where kind = 'notification' and id in " + NOTICES,
            "delete from notification where id in " + NOTICES,
            "delete from bulletin_act where bulletin_id in " + BULLETINS,
            "delete from bulletin_unit where bulletin_id in " + BULLETINS,
            "update bulletin set replaced_by = null where id in " + BULLETINS,
            "delete from bulletin where replaces is not null and id in " + BULLETINS,
            "delete from bulletin where id in " + BULLETINS,
            "delete from supervision_told where letter_id in " + LETTERS,
            "delete from supervision_act where letter_id in " + LETTERS + " or plan_id in " + PLANS,
            "delete from rectification_item where plan_id in " + PLANS,
            "delete from rectification_plan where id in " + PLANS,
            "delete from supervision_letter where id in " + LETTERS,
            "delete from supervision_number s using left_county l where s.area_code between l.first and l.last",
            "delete from card_act where card_id in " + CARDS,
            "delete from card where id in " + CARDS,
            "delete from indicator_value_act where value_id in " + VALUES,
            "delete from indicator_value where id in " + VALUES,
            "delete from report_submission where period_id in (select id from left_period)",
            "delete from collection_told where period_id in (select id from left_period)",
            "delete from collection_period_act where period_id in (select id from left_period)",
            "delete from collection_period where id in (select id from left_period)",
            "delete from responsibility r using left_county l"
                    + " where r.area_code between l.first and l.last and r.year between l.since and l.until");

    private Leftovers() {}

    /** Removes what hangs on the county's periods and lines of these years. */
    static void remove(DataSource database, long county, int since, int until) throws SQLException {
        Sql.update(
                database,
                "create table left_county as select cast(? as bigint) as first, cast(? as bigint) as last,"
                        + " cast(? as int) as since, cast(? as int) as until",
                county,
                county + 999_999,
                since,
                until);
        Sql.update(
                database,
                "create table left_period as select p.id from collection_period p join left_county l"
                        + " on p.area_code between l.first and l.last and p.year between l.since and l.until");
        for (String statement : STATEMENTS) {
            Sql.update(database, statement);
        }
        Sql.update(database, "drop table left_period, left_county");
    }
}
