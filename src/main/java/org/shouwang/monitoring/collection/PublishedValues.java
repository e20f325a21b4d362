package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.platform.AreaCode;

/** What was published of an indicator in a place, in the transaction of whoever judges it. */
@Singleton
public class PublishedValues {

    /** By indicator_value_once. */
    private static final String OF_PERIOD = """
            select id, value_version, catalogue_version from indicator_value
            where period_id = $1 and area_code = $2 and indicator_code = $3 and superseded_by is null
              and status in ('PUBLISHED', 'CORRECTED')
            """;

    /** Of the same year and the next; by collection_period_once and indicator_value_once. */
    private static final String LATER = """
            select v.period_id, v.responsibility_id
            from collection_period p
            join indicator_value v on v.period_id = p.id and v.superseded_by is null
            where p.area_code = $1 and p.year between $2::int and $2::int + 1 and (p.year, coalesce(p.quarter, 5)) > ($2, $3::int)
              and p.withdrawn_at is null and v.area_code = $4 and v.indicator_code = $5 and v.status in ('PUBLISHED', 'CORRECTED')
            order by p.year, coalesce(p.quarter, 5)
            """;

    /** Of all places of a county, in a year and the three before; by collection_period_once and indicator_value_once. */
    private static final String OF_COUNTY = """
            select v.area_code, v.indicator_code, p.year, p.quarter, v.numerator, v.denominator, v.value, r.cumulative
            from collection_period p
            join indicator_value v on v.period_id = p.id and v.superseded_by is null
            join responsibility r on r.id = v.responsibility_id
            where p.area_code = $1 and p.year between $2::int - 3 and $2::int and p.withdrawn_at is null
              and v.status in ('PUBLISHED', 'CORRECTED')
            """;

    private static final int WHOLE_YEAR = 5;

    /**
     * A value as it is published now.
     *
     * @param version of its figures
     */
    public record Shown(UUID id, int version, String catalogueVersion) {}

    /** A period in which something was published, and under which line of the book. */
    public record Later(UUID periodId, UUID responsibilityId) {}

    /** A value of a place. */
    public record InArea(AreaCode area, PastValue value) {}

    public Uni<List<InArea>> ofCounty(SqlClient client, AreaCode county, int year) {
        return client.preparedQuery(OF_COUNTY)
                .execute(Tuple.of(county.value(), year))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new InArea(new AreaCode(row.getLong("area_code")), PastValue.of(row)))
                        .toList());
    }

    public Uni<Optional<Shown>> of(SqlClient client, Responsibility line, UUID period) {
        return client.preparedQuery(OF_PERIOD)
                .execute(Tuple.of(period, line.area().value(), line.indicatorCode()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Shown(
                                row.getUUID("id"), row.getInteger("value_version"), row.getString("catalogue_version")))
                        .findFirst());
    }

    /** The periods after one in the same year and the next: what is held against it, the earliest first. */
    public Uni<List<Later>> later(SqlClient client, CollectionPeriod period, Responsibility line) {
        Integer quarter = period.quarter();
        return client.preparedQuery(LATER)
                .execute(Tuple.of(
                        period.area().value(),
                        period.year(),
                        quarter == null ? WHOLE_YEAR : quarter,
                        line.area().value(),
                        line.indicatorCode()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Later(row.getUUID("period_id"), row.getUUID("responsibility_id")))
                        .toList());
    }
}
