package org.shouwang.platform.background;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
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

    /**
     * Does all that is due in one transaction; where that fails, {@link #oneByOne}.
     *
     * @param work answers how much it did of what it was given
     */
    public static <T> Uni<Integer> together(
            List<T> due, Function<List<T>, Uni<Integer>> work, BiFunction<T, Throwable, Uni<Void>> putOff) {
        return due.isEmpty()
                ? Uni.createFrom().item(0)
                : work.apply(due)
                        .onFailure()
                        .recoverWithUni(() -> oneByOne(due, one -> work.apply(List.of(one)), putOff));
    }

    /**
     * Does what is due in a transaction each. What fails alone holds up nobody else: it is put off, and counts as done, since it
     * is due no more.
     *
     * @param putOff says so to an operator and lets it wait, or every batch would begin with it again
     */
    public static <T> Uni<Integer> oneByOne(
            List<T> due, Function<T, Uni<Integer>> work, BiFunction<T, Throwable, Uni<Void>> putOff) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> work.apply(one).onFailure().recoverWithUni(cause -> putOff.apply(one, cause)
                                .replaceWith(1)))
                .collect()
                .with(Collectors.summingInt(done -> done));
    }
}
