package org.shouwang.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(2);
    private final List<String> begun = new ArrayList<>();

    @Test
    void onlySoManyRunAtOnceAndTheSmallestOrderGoesNext() {
        CompletableFuture<Void> first = begin("first", 50);
        begin("second", 50);
        begin("upkeep", 90);
        begin("cause", 10);
        assertThat(begun).containsExactly("first", "second");

        first.complete(null);

        assertThat(begun).containsExactly("first", "second", "cause");
    }

    @Test
    void whoCameFirstGoesFirstAmongEquals() {
        CompletableFuture<Void> first = begin("first", 1);
        CompletableFuture<Void> second = begin("second", 1);
        begin("earlier", 5);
        begin("later", 5);

        first.complete(null);
        second.complete(null);

        assertThat(begun).containsExactly("first", "second", "earlier", "later");
    }

    @Test
    void aFailureGivesItsTurnBack() {
        CompletableFuture<Void> failing = begin("failing", 1);
        begin("other", 1);
        begin("waiting", 1);

        failing.completeExceptionally(new IllegalStateException("planted"));

        assertThat(begun).containsExactly("failing", "other", "waiting");
    }

    @Test
    void workThatCannotEvenBeginGivesItsTurnBack() {
        begin("running", 1);
        turns.take(1, () -> {
                    throw new IllegalStateException("planted");
                })
                .subscribe()
                .with(done -> begun.add("done"), failure -> begun.add("failed"));

        begin("next", 1);

        assertThat(begun).containsExactly("running", "failed", "next");
    }

    private CompletableFuture<Void> begin(String name, int order) {
        CompletableFuture<Void> work = new CompletableFuture<>();
        turns.take(order, () -> {
                    begun.add(name);
                    return Uni.createFrom().completionStage(work);
                })
                .subscribe()
                .with(done -> {}, failure -> {});
        return work;
    }
}
