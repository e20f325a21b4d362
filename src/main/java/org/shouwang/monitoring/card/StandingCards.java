package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/** The cards of places that are out and ask for something still, whatever period they are of. */
@Singleton
public class StandingCards {

    /** By card_out. */
    private static final String OUT = """
            select c.area_code, c.unit_id, o.name as unit_name, c.indicator_code, c.colour
            from card c join organisation o on o.id = c.unit_id
            where c.area_code >= $1 and c.area_code < $2 and c.status in ('ISSUED', 'REPLIED')
            """;

    /** One of them. */
    public record Out(AreaCode area, UUID unitId, String unitName, String indicatorCode, CardColour colour) {}

    /**
     * All of a place and of those below it.
     *
     * @param areas the place with all below it
     */
    public Uni<List<Out>> of(SqlClient client, AreaRanges areas) {
        return client.preparedQuery(OUT)
                .execute(Tuple.of(areas.lower()[0], areas.upper()[0]))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Out(
                                new AreaCode(row.getLong("area_code")),
                                row.getUUID("unit_id"),
                                row.getString("unit_name"),
                                row.getString("indicator_code"),
                                CardColour.valueOf(row.getString("colour"))))
                        .toList());
    }
}
