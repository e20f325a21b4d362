package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.monitoring.card.CardListener;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;

/** A card is not cleared while its letter goes on; one that was issued in error takes its letter along. */
@Singleton
class LetterFollowsCard implements CardListener {

    private final LetterRows rows;
    private final LetterWrites writes;
    private final ActOnLetter acts;

    LetterFollowsCard(LetterRows rows, LetterWrites writes, ActOnLetter acts) {
        this.rows = rows;
        this.writes = writes;
        this.acts = acts;
    }

    @Override
    public Uni<Boolean> holds(SqlClient transaction, UUID card) {
        return rows.ofCard(transaction, card)
                .map(letter -> letter.filter(one -> one.status().isOpen()).isPresent());
    }

    @Override
    public Uni<Void> revoked(SqlClient transaction, UUID card, String reason, Caller caller, Post post) {
        LetterAct act = new LetterAct(Ids.next(), LetterActKind.REVOKE, reason, null, null);
        return rows.ofCard(transaction, card).chain(letter -> letter.filter(one -> one.status() != LetterStatus.CLOSED)
                .map(one -> writes.write(transaction, one.id(), act)
                        .chain(() -> acts.done(transaction, one, act, caller, post)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
