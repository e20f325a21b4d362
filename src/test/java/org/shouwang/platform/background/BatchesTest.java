package org.shouwang.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<List<String>> tried = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();

    @Test
    void whatIsDueIsDoneTogether() {
        int done = together(List.of("a", "b"));

        assertThat(done).isEqualTo(2);
        assertThat(tried).containsExactly(List.of("a", "b"));
    }

    @Test
    void whereNothingIsDueNothingIsTried() {
        int done = together(List.of());

        assertThat(done).isZero();
        assertThat(tried).isEmpty();
    }

    @Test
    void whatFailsAloneIsPutOffAndHoldsUpNobodyElse() {
        int done = together(List.of("a", "bad", "c"));

        assertThat(done).isEqualTo(3);
        assertThat(tried).containsExactly(List.of("a", "bad", "c"), List.of("a"), List.of("bad"), List.of("c"));
        assertThat(waiting).containsExactly("bad: cannot");
    }

    @Test
    void whatCannotBePutOffEndsTheBatch() {
        Uni<Integer> batch =
                Batches.oneByOne(List.of("bad", "c"), one -> work(List.of(one)), (one, cause) -> Uni.createFrom()
                        .failure(cause));

        assertThat(batch.onFailure().recoverWithItem(-1).await().indefinitely()).isEqualTo(-1);
        assertThat(tried).containsExactly(List.of("bad"));
    }

    private int together(List<String> due) {
        return Batches.together(due, this::work, this::putOff).await().indefinitely();
    }

    private Uni<Integer> work(List<String> due) {
        tried.add(due);
        return due.contains("bad")
                ? Uni.createFrom().failure(new IllegalStateException("cannot"))
                : Uni.createFrom().item(due.size());
    }

    private Uni<Void> putOff(String due, Throwable cause) {
        waiting.add(due + ": " + cause.getMessage());
        return Uni.createFrom().voidItem();
    }
}
