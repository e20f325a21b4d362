package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.ValueListener;
import org.shouwang.platform.Ids;
import org.shouwang.platform.http.Messages;

/**
 * Proposes the cards that the rules ask for: of what is published in the transaction that publishes it, of what is missing in that
 * of the look. The line of the book is held meanwhile, so that two who look at once propose one card.
 */
@Singleton
class ProposeCards implements ValueListener {

    private final Catalogues catalogues;
    private final ResponsibilityRows lines;
    private final Dossiers dossiers;
    private final CardRows rows;
    private final CardLedger ledger;
    private final Messages messages;

    ProposeCards(
            Catalogues catalogues,
            ResponsibilityRows lines,
            Dossiers dossiers,
            CardRows rows,
            CardLedger ledger,
            Messages messages) {
        this.catalogues = catalogues;
        this.lines = lines;
        this.dossiers = dossiers;
        this.rows = rows;
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public Uni<Void> published(SqlClient transaction, Published published) {
        Indicator indicator = catalogues
                .find(published.value().catalogueVersion())
                .flatMap(catalogue -> catalogue.find(published.value().indicatorCode()))
                .orElseThrow();
        Responsibility line = published.line();
        return lines.locked(transaction, line.id())
                .chain(() -> dossiers.of(transaction, published.period(), line.area(), indicator.code()))
                .map(dossier -> new CardJudge(dossier.rules()).card(dossier.evidence(indicator, line)))
                .chain(found -> found.map(finding -> propose(
                                transaction,
                                line,
                                published.period(),
                                grounds(
                                        finding,
                                        published.value().id(),
                                        published.value().valueVersion())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
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
            Proposal proposal = Proposal.decide(existing, grounds.rule(), grounds.valueVersion());
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
