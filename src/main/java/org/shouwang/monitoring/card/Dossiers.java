package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.StandingTargets;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.FoundValues;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** Reads dossiers: four statements, for one indicator or for all of a place. */
@Singleton
class Dossiers {

    private final CardRuleRows rules;
    private final CardRows cards;
    private final StandingTargets targets;
    private final FoundValues values;
    private final Clock clock;

    Dossiers(CardRuleRows rules, CardRows cards, StandingTargets targets, FoundValues values, Clock clock) {
        this.rules = rules;
        this.cards = cards;
        this.targets = targets;
        this.values = values;
        this.clock = clock;
    }

    /** @param indicator the only one that is asked for; null for all */
    Uni<Dossier> of(SqlClient client, CollectionPeriod period, AreaCode area, @Nullable String indicator) {
        return rules.on(client, LocalDays.today(clock)).chain(inForce -> targets.of(client, area, indicator)
                .chain(decided -> values.past(client, period, area, indicator).chain(past -> cards.past(
                                client, period, area, indicator)
                        .map(carded -> new Dossier(inForce, decided, past, carded, period.year(), period.quarter())))));
    }
}
