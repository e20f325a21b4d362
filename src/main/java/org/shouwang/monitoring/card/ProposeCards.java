package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.platform.Ids;
import org.shouwang.platform.http.Messages;

/**
 * Proposes the cards that the rules ask for, in the transaction of who has judged or looked. The line of the book is held meanwhile, so
 * that two who look at once propose one card.
 */
@Singleton
class ProposeCards {

    private final ResponsibilityRows lines;
    private final CardRows rows;
    private final CardLedger ledger;
    private final Messages messages;

    ProposeCards(ResponsibilityRows lines, CardRows rows, CardLedger ledger, Messages messages) {
        this.lines = lines;
        this.rows = rows;
        this.ledger = ledger;
        this.messages = messages;
    }

    /** A card because of a published value; the line is held by whoever judges. */
    Uni<Void> judged(
            SqlClient transaction,
            Responsibility line,
            CollectionPeriod period,
            Finding finding,
            UUID value,
            int valueVersion) {
        return propose(transaction, line, period, grounds(finding, value, valueVersion));
    }

    /** A card for a value that is not there. */
    Uni<Void> missing(SqlClient transaction, Responsibility line, CollectionPeriod period, Finding finding) {
        return lines.locked(transaction, line.id())
                .chain(() -> propose(transaction, line, period, grounds(finding, null, 0)));
    }

    /**
     * A card that follows from another one whose letter is not answered.
     *
     * @param value for which that one is; null where it is missing
     */
    Uni<Void> unanswered(
            SqlClient transaction,
            Responsibility line,
            CollectionPeriod period,
            Finding finding,
            @Nullable UUID value,
            int valueVersion) {
        return propose(transaction, line, period, grounds(finding, value, valueVersion));
    }

    private Grounds grounds(Finding finding, @Nullable UUID value, int valueVersion) {
        return new Grounds(
                finding.rule(),
                finding.judged(),
                finding.reason().text(messages, Messages.CHINESE),
                finding.reason().text(messages, Locale.ENGLISH),
                value,
                valueVersion);
    }

    private Uni<Void> propose(SqlClient transaction, Responsibility line, CollectionPeriod period, Grounds grounds) {
        return rows.of(transaction, line, period.id()).chain(existing -> {
            Proposal proposal = Proposal.decide(existing, grounds.rule(), grounds.valueVersion(), grounds.reasonZh());
            return switch (proposal.kind()) {
                case NONE -> Uni.createFrom().voidItem();
                case NEW -> insert(transaction, line, period, grounds);
                case RENEW -> {
                    UUID open = proposal.open().orElseThrow().id();
                    yield rows.renew(transaction, open, grounds)
                            .chain(() -> ledger.byRule(transaction, open, CardActKind.RENEW, grounds));
                }
            };
        });
    }

    private Uni<Void> insert(SqlClient transaction, Responsibility line, CollectionPeriod period, Grounds grounds) {
        UUID id = Ids.next();
        return rows.insert(transaction, id, line, period.id(), grounds)
                .chain(() -> ledger.byRule(transaction, id, CardActKind.PROPOSE, grounds));
    }
}
