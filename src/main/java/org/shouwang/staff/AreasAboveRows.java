package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.AreasAbove.Hosting;
import org.shouwang.staff.AreasAbove.Merged;

/** Reads who runs what for another and what was merged: few rows, each by its partial index. */
@Singleton
public class AreasAboveRows {

    private static final String HOSTED = """
            select h.code, h.code_end, coalesce(h.administered_by_area_code, o.area_code) as seat,
                   coalesce(o.kind = 'DEVELOPMENT_ZONE', false) as zone, h.administered_from
            from area h left join organisation o on o.id = h.administered_by_organisation_id
            where h.administered_by_area_code is not null or h.administered_by_organisation_id is not null
            """;

    private static final String MERGED = """
            select code, valid_to, successor_code from area where successor_code is not null and valid_to is not null
            """;

    /** What stands above places now, of all the instance. */
    public Uni<AreasAbove> load(SqlClient client) {
        return client.query(HOSTED).execute().map(AreasAboveRows::hosted).chain(hosted -> client.query(MERGED)
                .execute()
                .map(rows -> new AreasAbove(hosted, merged(rows))));
    }

    private static List<Hosting> hosted(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Hosting(
                        new AreaRanges.Range(row.getLong("code"), row.getLong("code_end")),
                        new AreaCode(row.getLong("seat")),
                        row.getBoolean("zone"),
                        row.getLocalDate("administered_from")))
                .toList();
    }

    private static Map<AreaCode, Merged> merged(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(
                        row -> new AreaCode(row.getLong("code")),
                        row -> new Merged(row.getLocalDate("valid_to"), new AreaCode(row.getLong("successor_code")))));
    }
}
