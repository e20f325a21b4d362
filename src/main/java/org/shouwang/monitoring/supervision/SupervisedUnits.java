package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;

/** For what units were carded and asked by letter in the periods of a year: one statement however many they are. */
@Singleton
public class SupervisedUnits {

    /** A yellow card that was upgraded counts as the red one, where that counts in the year; by collection_period_once, card_period and supervision_letter_card. */
    private static final String OF_YEAR = """
            select c.unit_id,
                   (count(*) filter (where c.colour = 'YELLOW' and red.id is null))::integer as yellow,
                   (count(*) filter (where c.colour = 'RED'))::integer as red,
                   (count(*) filter (where l.missed_on is not null
                        or (l.status in ('ISSUED', 'RECEIVED', 'NOT_ACCEPTED') and l.rectify_due_on < $3)))::integer as missed,
                   count(l.accountability_on)::integer as accounted
            from collection_period p
            join card c on c.period_id = p.id and c.status in ('ISSUED', 'REPLIED', 'CLEARED', 'UPGRADED')
            left join card red on red.id = c.upgraded_to and red.status in ('ISSUED', 'REPLIED', 'CLEARED')
                and exists (select from collection_period q where q.id = red.period_id and q.year = p.year)
            left join supervision_letter l on l.card_id = c.id
            where p.area_code = $1 and p.year = $2 and p.withdrawn_at is null
            group by c.unit_id
            """;

    /**
     * Cards and letters of a unit.
     *
     * @param missed letters of which a deadline passed without an answer
     * @param accounted letters after which somebody was held to account (问责)
     */
    public record Supervised(UUID unitId, int yellow, int red, int missed, int accounted) {}

    public Uni<List<Supervised>> ofYear(SqlClient client, AreaCode county, int year, LocalDate today) {
        return client.preparedQuery(OF_YEAR)
                .execute(Tuple.of(county.value(), year, today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Supervised(
                                row.getUUID("unit_id"),
                                row.getInteger("yellow"),
                                row.getInteger("red"),
                                row.getInteger("missed"),
                                row.getInteger("accounted")))
                        .toList());
    }
}
