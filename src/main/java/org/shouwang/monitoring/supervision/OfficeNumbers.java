package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Numbers of what offices issue, running per office, year and series: two who issue at once wait for each other, and one that fails
 * leaves no gap.
 */
@Singleton
public class OfficeNumbers {

    /** What is numbered by itself. */
    public enum Series {
        /** 督办函. */
        LETTER("妇儿工委督", "last"),
        /** 通报. */
        BULLETIN("妇儿工委通", "last_bulletin");

        private final String words;
        private final String next;

        Series(String words, String column) {
            this.words = words;
            this.next = """
                    insert into supervision_number as n (area_code, year, %1$s)
                    select coalesce(a.area_code, o.area_code), $2, 1
                    from appointment a left join organisation o on o.id = a.organisation_id
                    where a.id = $1
                    on conflict (area_code, year) do update set %1$s = n.%1$s + 1
                    returning %1$s as number
                    """.formatted(column);
        }

        /** As it stands on the paper. */
        public String text(int year, int number) {
            return words + "〔" + year + "〕" + number + "号";
        }
    }

    /**
     * The next number.
     *
     * @param office the post that issues, whose area counts
     */
    public Uni<Integer> next(SqlClient transaction, Series series, UUID office, int year) {
        return transaction
                .preparedQuery(series.next)
                .execute(Tuple.of(office, year))
                .map(rows -> rows.iterator().next().getInteger("number"));
    }
}
