package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import org.shouwang.monitoring.breakdown.Responsibility;

/** Hears of a value that was published or corrected, in the same transaction. A room implements it as a bean. */
public interface ValueListener {

    Uni<Void> published(SqlClient transaction, Published published);

    /** A value in its published version, with what it belongs to. */
    record Published(IndicatorValue value, CollectionPeriod period, Responsibility line) {}
}
