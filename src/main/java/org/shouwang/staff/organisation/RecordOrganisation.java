package org.shouwang.staff.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.staff.organisation.OrganisationRows.Found;

/** Records an organisation once; repeating it answers the organisation as it is now, also when both arrive together. */
@Singleton
class RecordOrganisation {

    static final String SUBJECT = "ORGANISATION";

    private final OrganisationRows organisations;
    private final Areas areas;
    private final Pool pool;
    private final TrailRows trail;

    RecordOrganisation(OrganisationRows organisations, Areas areas, Pool pool, TrailRows trail) {
        this.organisations = organisations;
        this.areas = areas;
        this.pool = pool;
        this.trail = trail;
    }

    Uni<Result<Stored<OrganisationView>>> record(UUID id, OrganisationForm form, Caller caller) {
        return caller.with(Right.ORGANISATION_WRITE).then(able -> areas.today(List.of(form.areaCode()))
                .map(places -> places.containsKey(form.areaCode()))
                .chain(known -> pool.withTransaction(transaction -> organisations
                        .find(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), form, caller))
                                : made(transaction, id, form, known, caller)))));
    }

    private static Result<Stored<OrganisationView>> repeat(Found found, OrganisationForm form, Caller caller) {
        OrganisationView view = found.view();
        Buffer hash = found.requestHash();
        return Known.decide(
                        caller.may(Right.ORGANISATION_READ, view.areaCode()),
                        hash != null && RequestHash.of(form).matches(hash.getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(view.id(), view.version(), false, known == Known.REPEATED ? view : null));
    }

    private Uni<Result<Stored<OrganisationView>>> made(
            SqlClient transaction, UUID id, OrganisationForm form, boolean areaKnown, Caller caller) {
        return caller.acting(Right.ORGANISATION_WRITE, form.areaCode())
                .then(post -> parent(transaction, form)
                        .map(parent -> Result.unless(violations(form, areaKnown, parent, caller), post)))
                .chain(able -> able.then(post -> insert(transaction, id, form, caller, post)));
    }

    private Uni<Optional<Found>> parent(SqlClient transaction, OrganisationForm form) {
        UUID parentId = form.parentId();
        return parentId == null ? Uni.createFrom().item(Optional.empty()) : organisations.find(transaction, parentId);
    }

    private static List<Violation> violations(
            OrganisationForm form, boolean areaKnown, Optional<Found> parent, Caller caller) {
        List<Violation> violations = new ArrayList<>();
        if (!areaKnown) {
            violations.add(Violation.of("areaCode", "area-exists"));
        }
        boolean parentSeen = parent.map(Found::view)
                .filter(view -> caller.may(Right.ORGANISATION_READ, view.areaCode()))
                .isPresent();
        if (form.parentId() != null && !parentSeen) {
            violations.add(Violation.of("parentId", "organisation-known"));
        }
        return violations;
    }

    private Uni<Result<Stored<OrganisationView>>> insert(
            SqlClient transaction, UUID id, OrganisationForm form, Caller caller, Post post) {
        Subject subject = new Subject(SUBJECT, id, form.areaCode());
        return organisations
                .insert(transaction, id, form, caller.workerId())
                .call(inserted -> inserted
                        ? trail.changed(transaction, caller.workerId(), post, "organisation.record", List.of(subject))
                        : Uni.createFrom().voidItem())
                .chain(inserted -> organisations
                        .find(transaction, id)
                        .map(Optional::orElseThrow)
                        .map(found -> inserted ? created(found.view()) : repeat(found, form, caller)));
    }

    private static Result<Stored<OrganisationView>> created(OrganisationView view) {
        return Result.ok(new Stored<>(view.id(), view.version(), true, view));
    }
}
