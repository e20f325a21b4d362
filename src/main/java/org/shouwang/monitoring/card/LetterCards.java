package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;

/** Cards as letters need them, in the transaction of a letter's act. */
@Singleton
public class LetterCards {

    private final Catalogues catalogues;
    private final CardRows rows;
    private final CardLedger ledger;
    private final LastGrounds grounds;
    private final TrailRows trail;
    private final Clock clock;

    LetterCards(
            Catalogues catalogues,
            CardRows rows,
            CardLedger ledger,
            LastGrounds grounds,
            TrailRows trail,
            Clock clock) {
        this.catalogues = catalogues;
        this.rows = rows;
        this.ledger = ledger;
        this.grounds = grounds;
        this.trail = trail;
        this.clock = clock;
    }

    /** Held until the transaction ends: before its letter, as whoever decides about a card holds them. */
    public Uni<Optional<LetteredCard>> locked(SqlClient transaction, UUID id) {
        return rows.locked(transaction, id)
                .chain(found -> found.map(card -> lettered(transaction, card).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<LetteredCard> lettered(SqlClient transaction, Card card) {
        Indicator indicator =
                catalogues.on(LocalDays.today(clock)).find(card.indicatorCode()).orElseThrow();
        return grounds.of(transaction, card.id(), indicator)
                .map(last -> new LetteredCard(
                        card.id(),
                        card.area(),
                        card.unitId(),
                        card.unitName(),
                        card.indicatorCode(),
                        card.colour(),
                        card.status() == CardStatus.ISSUED,
                        card.reasonZh(),
                        card.reasonEn(),
                        last.judged()
                                .map(judged -> new CardFigures(
                                        last.valueVersion(),
                                        indicator.shown(judged.compared()),
                                        judged.target().text(),
                                        percent(judged)))));
    }

    private static @Nullable BigDecimal percent(Finding.Judged judged) {
        BigDecimal gap = judged.gap();
        return gap == null ? null : gap.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }

    /** Its letter was answered; of a card that was upgraded meanwhile nothing is written. */
    public Uni<Void> replied(SqlClient transaction, LetteredCard card, String reply, Caller caller, Post post) {
        if (!card.issued()) {
            return Uni.createFrom().voidItem();
        }
        CardActForm act = new CardActForm(Ids.next(), reply);
        Subject subject = new Subject(ActOnCard.SUBJECT, card.id(), card.area());
        return rows.move(transaction, card.id(), CardStatus.REPLIED)
                .chain(() -> ledger.byPerson(transaction, card.id(), CardActKind.REPLY, act, caller, post))
                .chain(() -> trail.changed(transaction, caller.workerId(), post, "card.reply", List.of(subject)));
    }
}
