package org.shouwang.staff.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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
import org.shouwang.staff.organisation.OrganisationRows.Found;

/** Organisations as a caller may see them: those that stand in the caller's areas. */
@Singleton
class FindOrganisations {

    private final OrganisationRows organisations;
    private final Pool pool;

    FindOrganisations(OrganisationRows organisations, Pool pool) {
        this.organisations = organisations;
        this.pool = pool;
    }

    Uni<Result<OrganisationView>> one(UUID id, Caller caller) {
        return caller.with(Right.ORGANISATION_READ)
                .then(able -> organisations.find(pool, id).map(found -> found.map(Found::view)
                        .filter(view -> caller.may(Right.ORGANISATION_READ, view.areaCode()))
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND))));
    }

    Uni<Result<List<OrganisationView>>> inArea(
            @Nullable AreaCode area, @Nullable OrganisationKind kind, Optional<Cursor> after, int rows, Caller caller) {
        return caller.with(Right.ORGANISATION_LIST)
                .thenDo(able -> organisations.inArea(caller.where(Right.ORGANISATION_LIST), area, kind, after, rows));
    }
}
