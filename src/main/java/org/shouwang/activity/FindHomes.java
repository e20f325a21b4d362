package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Children's homes as a caller may see them. */
@Singleton
class FindHomes {

    private final HomeRows homes;

    FindHomes(HomeRows homes) {
        this.homes = homes;
    }

    Uni<Result<HomeView>> one(UUID id, Caller caller) {
        return caller.with(Right.HOME_READ).then(allowed -> homes.byIds(List.of(id), allowed.where(Right.HOME_READ))
                .map(found -> found.isEmpty() ? Result.refused(Problem.NOT_FOUND) : Result.ok(found.get(0))));
    }

    Uni<Result<List<HomeView>>> inArea(@Nullable AreaCode area, Optional<Cursor> after, int rows, Caller caller) {
        return caller.with(Right.HOME_LIST)
                .thenDo(allowed -> homes.inArea(allowed.where(Right.HOME_LIST), area, after, rows));
    }
}
