package org.shouwang.platform.sms;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.platform.sms.SmsBudget.Used;

/** All is used: what goes out still, codes and what is urgent, costs more than the county allowed. */
@Singleton
class SmsBudgetSpent extends SmsBudgetAlarm {

    SmsBudgetSpent(SmsBudgets budgets, Pool pool, Clock clock) {
        super(budgets, pool, clock);
    }

    @Override
    public String name() {
        return "sms-budget-spent";
    }

    @Override
    boolean concerns(SmsBudget budget, Used used) {
        return budget.isSpent(used);
    }
}
