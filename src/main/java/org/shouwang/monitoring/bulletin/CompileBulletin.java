package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.card.StandingCards;
import org.shouwang.monitoring.card.Standings;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.UnitDeliveries;
import org.shouwang.monitoring.computed.ComputedIndicators;
import org.shouwang.monitoring.supervision.WallChartRows;
import org.shouwang.platform.LocalDays;

/** Reads what a bulletin says today: a bounded number of statements, however many indicators, units and townships there are. */
@Singleton
class CompileBulletin {

    private final Catalogues catalogues;
    private final ResponsibilityRows lines;
    private final Standings standings;
    private final UnitDeliveries deliveries;
    private final StandingCards cards;
    private final WallChartRows letters;
    private final ComputedIndicators computed;
    private final Clock clock;

    CompileBulletin(
            Catalogues catalogues,
            ResponsibilityRows lines,
            Standings standings,
            UnitDeliveries deliveries,
            StandingCards cards,
            WallChartRows letters,
            ComputedIndicators computed,
            Clock clock) {
        this.catalogues = catalogues;
        this.lines = lines;
        this.standings = standings;
        this.deliveries = deliveries;
        this.cards = cards;
        this.letters = letters;
        this.computed = computed;
        this.clock = clock;
    }

    Uni<BulletinContent> content(SqlClient client, CollectionPeriod period, boolean ranked) {
        LocalDate today = LocalDays.today(clock);
        Catalogue catalogue = catalogues.on(today);
        Set<String> due = period.due(catalogue);
        return lines.leadsWithin(client, period.areas(), period.year())
                .chain(leads -> standings.of(client, period, period.area(), catalogue, leads))
                .chain(all -> deliveries.of(client, period, due).chain(delivered -> cards.of(client, period.areas())
                        .chain(out -> letters.letters(client, period.areas(), today)
                                .map(open -> new Compilation(
                                        period.area(),
                                        today,
                                        catalogue,
                                        all,
                                        due,
                                        delivered,
                                        out,
                                        open,
                                        computed::tellsOfFew)))))
                .map(compilation -> compilation.content(ranked));
    }
}
