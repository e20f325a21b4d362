package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Numbers of letters, running per office and year: two who issue at once wait for each other, and one that fails leaves no gap. */
@Singleton
class LetterNumbers {

    private static final String NEXT = """
            insert into supervision_number as n (area_code, year, last)
            select coalesce(a.area_code, o.area_code), $2, 1
            from appointment a left join organisation o on o.id = a.organisation_id
            where a.id = $1
            on conflict (area_code, year) do update set last = n.last + 1
            returning last
            """;

    /** @param office the post that issues, whose area counts */
    Uni<Integer> next(SqlClient transaction, UUID office, int year) {
        return transaction.preparedQuery(NEXT).execute(Tuple.of(office, year)).map(rows -> rows.iterator()
                .next()
                .getInteger("last"));
    }

    /** As it stands on the letter. */
    static String text(int year, int number) {
        return "妇儿工委督〔" + year + "〕" + number + "号";
    }
}
