package org.shouwang.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Whoever asks who a caller is asks with more than two thousand characters: not to be read and planned anew each time. */
@QuarkusTest
class LongStatementApiTest {

    private static final int LONG = 10_000;

    private static final String PREPARED =
            "select count(*) from pg_prepared_statements where length(statement) > " + LONG;

    @Inject
    Pool pool;

    @Test
    void aLongStatementStaysPrepared() {
        String statement = "select 1 --" + "x".repeat(LONG);

        long prepared = pool.withConnection(connection -> connection
                        .preparedQuery(statement)
                        .execute()
                        .chain(() -> connection.preparedQuery(PREPARED).execute()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();

        assertThat(prepared).isEqualTo(1);
    }
}
