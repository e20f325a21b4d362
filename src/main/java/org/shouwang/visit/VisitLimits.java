package org.shouwang.visit;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What a visit keeps to. */
@Singleton
class VisitLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("visitOldestDays", VisitRules.OLDEST_DAYS, "Between the start of a visit and its arrival"),
                Limit.seconds(
                        "visitAhead",
                        VisitRules.CLOCK_TOLERANCE,
                        "A visit may start so far ahead of the server's clock"),
                Limit.seconds("visitLongest", VisitRules.LONGEST, "Between start and end of a visit"),
                new Limit("nextVisitDays", VisitRules.NEXT_VISIT_WITHIN_DAYS, "`nextVisitOn` is at most so far away"),
                Limit.seconds(
                        "amendAfterReceipt",
                        Amending.AFTER_RECEIPT,
                        "The author may amend a visit for so long after the server got it"),
                Limit.seconds(
                        "amendAfterReturn",
                        Amending.AFTER_RETURN,
                        "The author may amend a visit for so long after it was returned"));
    }
}
