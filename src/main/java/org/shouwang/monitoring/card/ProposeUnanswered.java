package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.StandingTargets;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.platform.LocalDays;

/** Proposes a red card in place of one whose letter was not answered by its deadline; asked again, nothing new follows. */
@Singleton
public class ProposeUnanswered {

    private final Catalogues catalogues;
    private final StandingTargets targets;
    private final ResponsibilityRows lines;
    private final PeriodRows periods;
    private final CardRuleRows rules;
    private final CardRows rows;
    private final LastGrounds grounds;
    private final ProposeCards propose;
    private final Clock clock;

    ProposeUnanswered(
            Catalogues catalogues,
            StandingTargets targets,
            ResponsibilityRows lines,
            PeriodRows periods,
            CardRuleRows rules,
            CardRows rows,
            LastGrounds grounds,
            ProposeCards propose,
            Clock clock) {
        this.catalogues = catalogues;
        this.targets = targets;
        this.lines = lines;
        this.periods = periods;
        this.rules = rules;
        this.rows = rows;
        this.grounds = grounds;
        this.propose = propose;
        this.clock = clock;
    }

    /** In place of a card that is out; whatever else became of it, nothing follows. */
    public Uni<Void> instead(SqlClient transaction, UUID card, Unanswered letter) {
        return rows.find(transaction, card)
                .chain(found -> found.filter(one -> one.status().isOut())
                        .map(one -> judge(transaction, one, letter))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> judge(SqlClient transaction, Card card, Unanswered letter) {
        LocalDate today = LocalDays.today(clock);
        Indicator indicator = catalogues.on(today).find(card.indicatorCode()).orElseThrow();
        return rules.on(transaction, today).chain(inForce -> isSoft(transaction, card, indicator)
                .chain(soft -> grounds.of(transaction, card.id(), indicator).chain(last -> new CardJudge(inForce)
                        .unanswered(indicator, soft, last.judged(), letter, today)
                        .map(finding -> propose(transaction, card, finding, last.valueVersion()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))));
    }

    /** Whether what the year asks for is asked in principle (原则上). */
    private Uni<Boolean> isSoft(SqlClient transaction, Card card, Indicator indicator) {
        return period(transaction, card).chain(period -> targets.of(transaction, card.area(), indicator.code())
                .map(decided -> decided.of(indicator, period.year()).soft()));
    }

    private Uni<Void> propose(SqlClient transaction, Card card, Finding finding, int valueVersion) {
        return lines.locked(transaction, card.responsibilityId())
                .map(Optional::orElseThrow)
                .chain(line -> period(transaction, card)
                        .chain(period ->
                                propose.unanswered(transaction, line, period, finding, card.valueId(), valueVersion)));
    }

    private Uni<CollectionPeriod> period(SqlClient transaction, Card card) {
        return periods.find(transaction, card.periodId()).map(Optional::orElseThrow);
    }
}
