package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class ActivationCodesApiTest {

    @Inject
    ActivationCodes codes;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    @Test
    void eachWorkerGetsACodeOfItsOwnAndOnlyAHashIsKept() throws Exception {
        UUID one = worker(Accounts.STATISTICS);
        UUID other = worker(Accounts.COMMITTEE);

        Map<UUID, String> issued = issue(List.of(one, other, one));

        assertThat(issued).containsOnlyKeys(one, other);
        assertThat(issued.get(one)).isNotEqualTo(issued.get(other));
        assertThat(Sql.number(database, """
                        select count(*) from activation_code
                        where worker_id in (?, ?) and octet_length(code_hash) = 32
                          and expires_at - issued_at = interval '14 days'
                        """, one, other)).isEqualTo(2);
    }

    @Test
    void aNewCodeReplacesTheOldOneAndItsFailures() throws Exception {
        UUID worker = worker(Accounts.STATISTICS);
        issue(List.of(worker));
        Sql.update(database, "update activation_code set failures = 5 where worker_id = ?", worker);
        List<byte[]> before = hash(worker);

        issue(List.of(worker));

        assertThat(hash(worker).get(0)).isNotEqualTo(before.get(0));
        assertThat(Sql.number(database, "select failures from activation_code where worker_id = ?", worker))
                .isZero();
    }

    @Test
    void nobodyNeedsNoCode() {
        assertThat(issue(List.of())).isEmpty();
    }

    private Map<UUID, String> issue(List<UUID> workers) {
        return pool.withTransaction(transaction -> codes.issue(transaction, workers))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private List<byte[]> hash(UUID worker) throws Exception {
        return Sql.bytes(database, "select code_hash from activation_code where worker_id = ?", worker);
    }

    private static UUID worker(Accounts account) {
        return UUID.fromString(account.request().get("/api/v1/me").path("worker.id"));
    }
}
