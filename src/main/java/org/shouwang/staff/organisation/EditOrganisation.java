package org.shouwang.staff.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.staff.organisation.OrganisationRows.Found;
import org.shouwang.staff.organisation.OrganisationRows.Use;

/** Renames, reclassifies, closes or reopens an organisation. One that people or areas still hang on is not closed. */
@Singleton
class EditOrganisation {

    private final OrganisationRows organisations;
    private final Pool pool;
    private final TrailRows trail;

    EditOrganisation(OrganisationRows organisations, Pool pool, TrailRows trail) {
        this.organisations = organisations;
        this.pool = pool;
        this.trail = trail;
    }

    Uni<Result<OrganisationView>> edit(UUID id, Result<BaseVersion> base, OrganisationPatch patch, Caller caller) {
        return caller.with(Right.ORGANISATION_WRITE)
                .then(able -> pool.withTransaction(transaction -> organisations
                        .locked(transaction, id)
                        .chain(found -> edited(transaction, found.map(Found::view), base, patch, caller))));
    }

    private Uni<Result<OrganisationView>> edited(
            SqlClient transaction,
            Optional<OrganisationView> found,
            Result<BaseVersion> base,
            OrganisationPatch patch,
            Caller caller) {
        return found.map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND))
                .then(current -> caller.acting(Right.ORGANISATION_WRITE, current.areaCode())
                        .flatMap(post -> base.flatMap(version -> version.against(current.version()))
                                .map(fresh -> post))
                        .then(post -> unused(transaction, current, patch).map(unused -> unused.map(free -> post)))
                        .chain(able -> able.thenDo(post -> store(transaction, current, patch, caller, post))));
    }

    private Uni<Result<OrganisationView>> unused(
            SqlClient transaction, OrganisationView current, OrganisationPatch patch) {
        return patch.closes(current)
                ? organisations.use(transaction, current.id()).map(use -> Result.unless(violations(use), current))
                : Uni.createFrom().item(Result.ok(current));
    }

    private static List<Violation> violations(Use use) {
        List<Violation> violations = new ArrayList<>();
        if (use.posts()) {
            violations.add(Violation.of("status", "organisation-has-posts"));
        }
        if (use.areas()) {
            violations.add(Violation.of("status", "organisation-runs-areas"));
        }
        return violations;
    }

    private Uni<OrganisationView> store(
            SqlClient transaction, OrganisationView current, OrganisationPatch patch, Caller caller, Post post) {
        if (!patch.changes(current)) {
            return Uni.createFrom().item(current);
        }
        Subject subject = new Subject(RecordOrganisation.SUBJECT, current.id(), current.areaCode());
        return organisations
                .update(transaction, current.id(), patch)
                .call(() -> trail.changed(transaction, caller.workerId(), post, "organisation.edit", List.of(subject)));
    }
}
