package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.platform.http.Messages;

/** Takes back what no longer holds, and notes it on what is out, in the transaction that judges a value again. */
@Singleton
class ReviseCards {

    private final CardRows rows;
    private final CardLedger ledger;
    private final Messages messages;
    private final Clock clock;

    ReviseCards(CardRows rows, CardLedger ledger, Messages messages, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.messages = messages;
        this.clock = clock;
    }

    /** The line of the book is held by whoever judges. */
    Uni<Void> revise(
            SqlClient transaction, Responsibility line, UUID period, Evidence evidence, Optional<Finding> finding) {
        return rows.of(transaction, line, period)
                .map(all -> Revision.decide(all, finding.map(Finding::colour)))
                .chain(revision -> write(transaction, revision, evidence));
    }

    private Uni<Void> write(SqlClient transaction, Revision revision, Evidence evidence) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Card card : revision.withdrawn()) {
            written = written.chain(() -> rows.move(transaction, card.id(), CardStatus.WITHDRAWN))
                    .chain(() -> kept(transaction, card, CardActKind.WITHDRAW, reason("no-longer", evidence)));
        }
        return written.chain(() -> noted(transaction, revision.doubted(), clock.instant(), reason("doubted", evidence)))
                .chain(() -> noted(transaction, revision.confirmed(), null, reason("confirmed", evidence)));
    }

    private Uni<Void> noted(SqlClient transaction, List<Card> cards, @Nullable Instant at, Reason reason) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (Card card : cards) {
            noted = noted.chain(() -> rows.note(transaction, card.id(), at))
                    .chain(() -> kept(transaction, card, CardActKind.NOTE, reason));
        }
        return noted;
    }

    private Uni<Void> kept(SqlClient transaction, Card card, CardActKind kind, Reason reason) {
        return ledger.bySystem(
                transaction,
                card.id(),
                kind,
                reason.text(messages, Messages.CHINESE),
                reason.text(messages, Locale.ENGLISH));
    }

    private static Reason reason(String key, Evidence evidence) {
        BigDecimal compared = evidence.compared();
        return Reason.of(
                key,
                evidence.indicator().code() + " " + evidence.indicator().nameZh(),
                compared == null ? "–" : evidence.indicator().shown(compared).toPlainString(),
                evidence.indicator().unit(),
                evidence.year().map(YearTarget::text).orElse("–"));
    }
}
