package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.collection.CollectionPeriod;

/** What was stored for the lines of the book that have no value yet in a period. */
@Singleton
class StoredRows {

    /** By responsibility_area, the key of computed_value and indicator_value_once. */
    private static final String OF_PERIOD = """
            select r.id as responsibility_id, c.indicator_code, c.catalogue_version, c.numerator, c.denominator, c.villages,
                   c.computed_at
            from collection_period p
            join area a on a.code = p.area_code
            join responsibility r on r.year = p.year and r.area_code >= a.code and r.area_code < a.code_end
            join computed_value c on c.area_code = r.area_code and c.on_day = $2 and c.indicator_code = r.indicator_code
                and c.from_on = case when r.cumulative then $4::date else $3::date end
            where p.id = $1 and r.role = 'LEAD' and r.withdrawn_at is null
              and not exists (select from indicator_value v
                              where v.period_id = p.id and v.area_code = r.area_code and v.indicator_code = r.indicator_code
                                and v.superseded_by is null)
            """;

    /** What was stored for a line. */
    record Stored(UUID responsibilityId, String indicatorCode, String catalogueVersion, Snapshot snapshot) {}

    /** Of a quarter that is over. */
    Uni<List<Stored>> of(SqlClient transaction, CollectionPeriod period) {
        Span span = Span.ofQuarter(period.year(), Objects.requireNonNull(period.quarter()));
        return transaction
                .preparedQuery(OF_PERIOD)
                .execute(Tuple.of(
                        period.id(),
                        span.on(),
                        span.from(),
                        Span.ofYear(span.on()).from()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Stored(
                                row.getUUID("responsibility_id"),
                                row.getString("indicator_code"),
                                row.getString("catalogue_version"),
                                Snapshot.of(row)))
                        .toList());
    }
}
