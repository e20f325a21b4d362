package org.shouwang.platform.background;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Work in batches, each a transaction of its own. */
public final class Batches {

    private Batches() {}

    /**
     * Runs one batch after the other until one has found nothing to do, because nothing is due or others hold all that is.
     *
     * @param batch answers how much it did
     * @return how much all of them did
     */
    public static Uni<Integer> untilNone(Supplier<Uni<Integer>> batch) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch.get())
                .whilst(done -> done > 0)
                .collect()
                .with(Collectors.summingInt(done -> done));
    }
}
