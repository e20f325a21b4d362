package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepPartitionsApiTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    Pool pool;

    @Test
    void nodesMakeThisMonthsPartitionsAndTheNextTwosOnce() {
        Instant newYearInShanghai = Instant.parse("2030-12-31T16:00:00Z");

        Uni.join()
                .all(IntStream.range(0, 3).mapToObj(i -> at(newYearInShanghai)).toList())
                .andFailFast()
                .await()
                .atMost(LONG);

        for (String table : List.of("audit", "access_log", "delivery")) {
            assertThat(partitions(table, "2031"))
                    .containsExactly(table + "_203101", table + "_203102", table + "_203103");
            assertThat(partitions(table, "2030")).isEmpty();
        }
    }

    @Test
    void rowsThatCameBeforeTheirPartitionAreNoFailure() {
        pool.preparedQuery("""
                        insert into audit (id, at, action, subject_type) values ($1, '2033-05-05T00:00:00Z', 'test', 'Test')
                        """).execute(Tuple.of(UUID.randomUUID())).await().atMost(LONG);

        at(Instant.parse("2033-05-01T00:00:00Z")).await().atMost(LONG);

        assertThat(partitions("audit", "2033")).isEmpty();
        assertThat(partitions("delivery", "2033")).hasSize(3);
    }

    private Uni<Integer> at(Instant now) {
        return new KeepPartitions(pool, Clock.fixed(now, ZoneOffset.UTC)).runOnce();
    }

    private List<String> partitions(String table, String year) {
        return StreamSupport.stream(
                        pool.preparedQuery("select tablename from pg_tables where tablename like $1 order by 1")
                                .execute(Tuple.of(table + "\\_" + year + "%"))
                                .await()
                                .atMost(LONG)
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }
}
