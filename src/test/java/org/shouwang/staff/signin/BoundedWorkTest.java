package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

class BoundedWorkTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final BoundedWork work = new BoundedWork(vertx, "bounded", 1, 1);

    @AfterEach
    void close() {
        gate.countDown();
        vertx.close().await().atMost(SOON);
    }

    @Test
    void whatFindsNoPlaceIsRefusedAtOnce() throws Exception {
        CompletableFuture<Result<String>> running = start("first");
        CompletableFuture<Result<String>> waiting = start("second");

        Result<String> third = work.run(() -> "third").await().atMost(SOON);

        assertThat(third).isEqualTo(Result.refused(Problem.OVERLOADED));
        gate.countDown();
        assertThat(running.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(Result.ok("first"));
        assertThat(waiting.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(Result.ok("second"));
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        for (int i = 0; i < 5; i++) {
            assertThat(work.run(() -> {
                                throw new IllegalStateException("no");
                            })
                            .onFailure()
                            .recoverWithItem(Result.ok("failed"))
                            .await()
                            .atMost(SOON))
                    .isEqualTo(Result.ok("failed"));
        }
    }

    private CompletableFuture<Result<String>> start(String answer) {
        return work.run(() -> {
                    gate.await();
                    return answer;
                })
                .subscribeAsCompletionStage();
    }
}
