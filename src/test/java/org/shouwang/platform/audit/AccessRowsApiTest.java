package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class AccessRowsApiTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final AreaCode VILLAGE = AreaCode.of(Accounts.VILLAGE);

    @Inject
    Pool pool;

    @Inject
    AccessRows access;

    private final UUID worker = UUID.randomUUID();

    @Test
    void aPageIsOneRowWhereThePostIs() {
        Post post = post(Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"));
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID());

        inTransaction(tx -> access.looked(tx, caller(post), post, "child.list", "CHILD", ids));

        Row row = rows().iterator().next();
        assertThat(rows().size()).isEqualTo(1);
        assertThat(row.getArrayOfUUIDs("subject_ids")).containsExactlyElementsOf(ids);
        assertThat(row.getUUID("subject_id")).isNull();
        assertThat(row.getLong("area_code")).isEqualTo(VILLAGE.value());
    }

    @Test
    void anEmptyPageLeavesNothing() {
        Post post = post(UUID.randomUUID());

        inTransaction(tx -> access.looked(tx, caller(post), post, "child.list", "CHILD", List.of()));

        assertThat(rows().size()).isZero();
    }

    @Test
    void aPageKeepsItsReasonAndGrant() {
        Post post = post(UUID.randomUUID());
        Why why = new Why("请求核对户口", UUID.randomUUID());
        List<UUID> ids = List.of(UUID.randomUUID());

        inTransaction(tx -> access.looked(tx, caller(post), post, "child.list", "CHILD", ids, why));

        Row row = rows().iterator().next();
        assertThat(row.getArrayOfUUIDs("subject_ids")).containsExactlyElementsOf(ids);
        assertThat(row.getString("reason")).isEqualTo("请求核对户口");
        assertThat(row.getUUID("grant_id")).isEqualTo(why.grantId());
    }

    private void inTransaction(Function<SqlClient, Uni<Void>> work) {
        pool.withTransaction(work::apply).await().atMost(LONG);
    }

    private RowSet<Row> rows() {
        return pool.preparedQuery("select * from access_log where worker_id = $1")
                .execute(Tuple.of(worker))
                .await()
                .atMost(LONG);
    }

    private Caller caller(Post post) {
        return new Caller(worker, 1, List.of(post), null);
    }

    private static Post post(UUID appointment) {
        return new Post(
                appointment,
                RoleCode.CHILDREN_DIRECTOR,
                AreaRanges.of(VILLAGE.value(), VILLAGE.value() + 1),
                Map.of(Right.CHILD_READ, Set.of()));
    }
}
