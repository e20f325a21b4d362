package org.shouwang.platform.problem;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** What a use case answers: the value, or a refusal given before its first write. */
public sealed interface Result<T> {

    record Ok<T>(T value) implements Result<T> {}

    record Refused<T>(Refusal refusal) implements Result<T> {}

    static <T> Result<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Result<T> refused(Problem problem) {
        return new Refused<>(Refusal.of(problem));
    }

    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Refused as {@link Problem#INVALID} when anything was found, else the value. */
    static <T> Result<T> unless(List<Violation> violations, T value) {
        return violations.isEmpty() ? ok(value) : refused(new Refusal(Problem.INVALID, violations));
    }

    static <T> Result<T> invalid(String field, String rule, Object... values) {
        return refused(new Refusal(Problem.INVALID, List.of(Violation.of(field, rule, values))));
    }

    default <U> Result<U> map(Function<T, U> function) {
        return flatMap(value -> ok(function.apply(value)));
    }

    default <U> Result<U> flatMap(Function<T, Result<U>> function) {
        if (this instanceof Ok<T> ok) {
            return function.apply(ok.value());
        }
        return refused(((Refused<T>) this).refusal());
    }

    /** Goes on with the value; a refusal passes through untouched. */
    default <U> Uni<Result<U>> then(Function<T, Uni<Result<U>>> function) {
        if (this instanceof Ok<T> ok) {
            return function.apply(ok.value());
        }
        return Uni.createFrom().item(refused(((Refused<T>) this).refusal()));
    }

    /** Goes on with the value into work that cannot refuse any more. */
    default <U> Uni<Result<U>> thenDo(Function<T, Uni<U>> function) {
        return then(value -> function.apply(value).map(Result::ok));
    }
}
