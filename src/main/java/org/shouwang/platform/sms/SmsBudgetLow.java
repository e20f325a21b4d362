package org.shouwang.platform.sms;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.platform.sms.SmsBudget.Used;

/** Four fifths are used: reminders that can wait do. */
@Singleton
class SmsBudgetLow extends SmsBudgetAlarm {

    SmsBudgetLow(SmsBudgets budgets, Pool pool, Clock clock) {
        super(budgets, pool, clock);
    }

    @Override
    public String name() {
        return "sms-budget-low";
    }

    @Override
    boolean concerns(SmsBudget budget, Used used) {
        return budget.isLow(used);
    }
}
