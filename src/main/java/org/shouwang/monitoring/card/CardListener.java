package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** What follows a card is asked and told of it, in the transaction of the act. A room implements it as a bean. */
public interface CardListener {

    /** Whether the card cannot be cleared yet. */
    Uni<Boolean> holds(SqlClient transaction, UUID card);

    /** The card was issued in error. */
    Uni<Void> revoked(SqlClient transaction, UUID card, String reason, Caller caller, Post post);
}
