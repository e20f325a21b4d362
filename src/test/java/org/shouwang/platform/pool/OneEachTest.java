package org.shouwang.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

class OneEachTest {

    private static final UUID ME = new UUID(1, 1);
    private static final UUID SOMEBODY_ELSE = new UUID(1, 2);

    private final OneEach turns = new OneEach();
    private final CompletableFuture<Result<String>> running = new CompletableFuture<>();

    @Test
    void whoAsksAgainBeforeTheAnswerWaitsAndNobodyElseDoes() {
        turns.alone(ME, () -> Uni.createFrom().completionStage(running)).subscribeAsCompletionStage();

        assertThat(ask(ME)).isInstanceOfSatisfying(Result.Refused.class, no -> assertThat(
                        no.refusal().problem())
                .isEqualTo(Problem.TOO_MANY_REQUESTS));
        assertThat(ask(SOMEBODY_ELSE)).isEqualTo(Result.ok("answer"));

        running.completeExceptionally(new IllegalStateException("broken off"));
        assertThat(ask(ME)).isEqualTo(Result.ok("answer"));
    }

    private Result<String> ask(UUID who) {
        return turns.alone(who, () -> Uni.createFrom().item(Result.ok("answer")))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
