package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.collection.PublishedValues;
import org.shouwang.monitoring.collection.PublishedValues.Later;
import org.shouwang.monitoring.collection.PublishedValues.Shown;
import org.shouwang.monitoring.collection.ValueListener;

/**
 * Judges what is published or corrected, and again what was published of later periods: it was held against it. All in one
 * transaction; the line of the book is held first, the earliest year first, so that two who judge at once propose one card.
 */
@Singleton
class JudgeValues implements ValueListener {

    private final Catalogues catalogues;
    private final ResponsibilityRows lines;
    private final PeriodRows periods;
    private final PublishedValues values;
    private final Dossiers dossiers;
    private final ProposeCards propose;
    private final ReviseCards revise;

    JudgeValues(
            Catalogues catalogues,
            ResponsibilityRows lines,
            PeriodRows periods,
            PublishedValues values,
            Dossiers dossiers,
            ProposeCards propose,
            ReviseCards revise) {
        this.catalogues = catalogues;
        this.lines = lines;
        this.periods = periods;
        this.values = values;
        this.dossiers = dossiers;
        this.propose = propose;
        this.revise = revise;
    }

    @Override
    public Uni<Void> published(SqlClient transaction, Published published) {
        Shown shown = new Shown(
                published.value().id(),
                published.value().valueVersion(),
                published.value().catalogueVersion());
        return lines.locked(transaction, published.line().id())
                .chain(() -> judge(transaction, published.line(), published.period(), shown))
                .chain(() -> later(transaction, published.period(), published.line()));
    }

    /** Judges again what was published of later periods: how many quarters were yellow before goes by what is out. */
    Uni<Void> afterDecided(SqlClient transaction, Card card) {
        return lines.locked(transaction, card.responsibilityId())
                .map(Optional::orElseThrow)
                .chain(line -> periods.find(transaction, card.periodId())
                        .map(Optional::orElseThrow)
                        .chain(period -> later(transaction, period, line)));
    }

    private Uni<Void> later(SqlClient transaction, CollectionPeriod period, Responsibility line) {
        return values.later(transaction, period, line).chain(found -> {
            Uni<Void> judged = Uni.createFrom().voidItem();
            for (Later one : found) {
                judged = judged.chain(() -> again(transaction, one));
            }
            return judged;
        });
    }

    /** The version of the value is read when its line is held. */
    private Uni<Void> again(SqlClient transaction, Later one) {
        return lines.locked(transaction, one.responsibilityId())
                .map(line -> line.filter(Responsibility::isLead))
                .chain(lead -> lead.map(line -> values.of(transaction, line, one.periodId())
                                .chain(shown -> shown.map(value -> judged(transaction, line, one.periodId(), value))
                                        .orElseGet(() -> Uni.createFrom().voidItem())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> judged(SqlClient transaction, Responsibility line, UUID period, Shown value) {
        return periods.find(transaction, period)
                .map(Optional::orElseThrow)
                .chain(found -> judge(transaction, line, found, value));
    }

    private Uni<Void> judge(SqlClient transaction, Responsibility line, CollectionPeriod period, Shown value) {
        Indicator indicator = catalogues
                .find(value.catalogueVersion())
                .flatMap(catalogue -> catalogue.find(line.indicatorCode()))
                .orElseThrow();
        return dossiers.of(transaction, period, line.area(), indicator.code()).chain(dossier -> {
            Evidence evidence = dossier.evidence(indicator, line);
            Optional<Finding> finding = new CardJudge(dossier.rules()).card(evidence);
            return revise.revise(transaction, line, period.id(), evidence, finding)
                    .chain(() -> finding.map(asked ->
                                    propose.judged(transaction, line, period, asked, value.id(), value.version()))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        });
    }
}
