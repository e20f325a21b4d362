package org.shouwang.monitoring.breakdown;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import org.shouwang.platform.AreaCode;

/** Hears of a line of the book that was issued, in the same transaction. A room implements it as a bean. */
public interface ResponsibilityListener {

    Uni<Void> issued(SqlClient transaction, AreaCode area, int year);
}
