package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.StandingTargets;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.FoundValues;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** Reads dossiers: four statements, for one indicator or for all, of one place or of many. */
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
        return of(client, period, List.of(area), indicator).map(found -> Objects.requireNonNull(found.get(area)));
    }

    /** Of several places at once. */
    Uni<Map<AreaCode, Dossier>> of(
            SqlClient client, CollectionPeriod period, Collection<AreaCode> areas, @Nullable String indicator) {
        return rules.on(client, LocalDays.today(clock)).chain(inForce -> targets.of(client, areas, indicator)
                .chain(decided -> values.past(client, period, areas, indicator)
                        .chain(past -> cards.past(client, period, areas, indicator)
                                .map(carded -> decided.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                place -> new Dossier(
                                                        inForce,
                                                        place.getValue(),
                                                        past.getOrDefault(place.getKey(), List.of()),
                                                        carded.getOrDefault(place.getKey(), List.of()),
                                                        period.year(),
                                                        period.quarter())))))));
    }
}
