package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

class PlacesTest {

    private static final Result<String> OVERLOADED = Result.refused(Problem.OVERLOADED);

    private final Places places = new Places(1);
    private final CompletableFuture<Result<String>> running = new CompletableFuture<>();

    @Test
    void whatFindsNoPlaceIsRefusedAtOnceAndTheNextFindsOneAgain() {
        CompletableFuture<Result<String>> first = begin().subscribeAsCompletionStage();

        assertThat(askAlso()).isEqualTo(OVERLOADED);

        running.complete(Result.ok("first"));
        assertThat(first.join()).isEqualTo(Result.ok("first"));
        assertThat(askAlso()).isEqualTo(Result.ok("also"));
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        for (int i = 0; i < 3; i++) {
            places.<String>within(() -> {
                        throw new IllegalStateException("no");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .awaitFailure(Duration.ofSeconds(10));
        }

        assertThat(askAlso()).isEqualTo(Result.ok("also"));
    }

    @Test
    void aCallerWhoGoesAwayKeepsThePlaceUntilTheWorkEnds() {
        begin().subscribe().withSubscriber(UniAssertSubscriber.create()).cancel();

        assertThat(askAlso()).isEqualTo(OVERLOADED);

        running.complete(Result.ok("nobody hears it"));
        assertThat(askAlso()).isEqualTo(Result.ok("also"));
    }

    private Uni<Result<String>> begin() {
        return places.within(() -> Uni.createFrom().completionStage(running));
    }

    private Result<String> askAlso() {
        return places.within(() -> Uni.createFrom().item(Result.ok("also")))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
