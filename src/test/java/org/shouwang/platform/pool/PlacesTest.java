package org.shouwang.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

class PlacesTest {

    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final Places places = new Places(1, SOONEST, SPREAD);
    private final CompletableFuture<Result<String>> running = new CompletableFuture<>();

    @Test
    void whatFindsNoPlaceIsRefusedAtOnceAndTheNextFindsOneAgain() {
        CompletableFuture<Result<String>> first = begin().subscribeAsCompletionStage();

        assertThat(problem(askAlso())).isEqualTo(Problem.OVERLOADED);

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

        assertThat(problem(askAlso())).isEqualTo(Problem.OVERLOADED);

        running.complete(Result.ok("nobody hears it"));
        assertThat(askAlso()).isEqualTo(Result.ok("also"));
    }

    @Test
    void thoseWhoAreRefusedTogetherComeBackAtDifferentMoments() {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            waits.add(Objects.requireNonNull(places.later().retryAfter()));
        }

        assertThat(waits).hasSizeGreaterThan(50);
        assertThat(waits).allMatch(wait -> wait.compareTo(SOONEST) >= 0 && wait.compareTo(SOONEST.plus(SPREAD)) < 0);
    }

    @Test
    void whatIsFullSaysSoToWhoeverAsks() {
        assertThat(places.full()).isEmpty();

        begin().subscribeAsCompletionStage();

        assertThat(places.full().map(Refusal::problem)).contains(Problem.OVERLOADED);
    }

    private static Problem problem(Result<String> result) {
        return ((Result.Refused<String>) result).refusal().problem();
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
