package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.SealedFields;
import org.shouwang.register.child.ChildParts.Other;
import org.shouwang.register.name.SearchKeys;

/** The one transaction of {@link RecordChild}. */
@Singleton
class ChildEntry {

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final ChildChecks checks;
    private final ChildMaker maker;
    private final SearchKeys searchKeys;
    private final SealedFields sealed;
    private final FileListeners listeners;
    private final Trail trail;
    private final Clock clock;

    ChildEntry(
            ChildRepository children,
            ChildPartsRepository parts,
            ChildChecks checks,
            ChildMaker maker,
            SearchKeys searchKeys,
            SealedFields sealed,
            FileListeners listeners,
            Trail trail,
            Clock clock) {
        this.children = children;
        this.parts = parts;
        this.checks = checks;
        this.maker = maker;
        this.searchKeys = searchKeys;
        this.sealed = sealed;
        this.listeners = listeners;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One PUT of a child's file, with what was looked up before the transaction.
     *
     * @param offline whether a person who has a file already gets a second one as a draft, and is not refused
     */
    record Request(UUID id, ChildForm form, ChildSurroundings around, Caller caller, boolean offline) {}

    @WithTransaction
    Uni<Result<Stored<ChildView>>> enter(Request request) {
        return Uni.createFrom()
                .item(request.caller().with(Right.CHILD_WRITE))
                .chain(right -> right.then(able -> foundOrMade(request)));
    }

    private Uni<Result<Stored<ChildView>>> foundOrMade(Request request) {
        return checks.collisions(request.form()).chain(collisions -> children.findById(request.id())
                .chain(found -> found == null
                        ? checks.check(request).chain(able -> able.then(post -> make(request, post, collisions)))
                        : repeat(found, request)));
    }

    private Uni<Result<Stored<ChildView>>> repeat(Child found, Request request) {
        return Known.decide(found, RequestHash.of(request.form()), request.caller(), Right.CHILD_READ)
                .thenDo(known -> known == Known.REPEATED
                        ? parts.ofChildren(List.of(found.id))
                                .map(of -> Objects.requireNonNull(of.get(found.id)))
                                .map(of -> Stored.repeated(found, ChildView.of(found, of, request.caller(), sealed)))
                        : Uni.createFrom().item(Stored.outOfScope(found)));
    }

    private Uni<Result<Stored<ChildView>>> make(Request request, Post post, ChildChecks.Collisions collisions) {
        ChildForm form = request.form();
        Caller caller = request.caller();
        Birth birth = new Birth(
                request.id(),
                request.around().residence(form),
                form.residenceAreaCode(),
                RequestHash.of(form),
                clock.instant(),
                caller.workerId());
        Child child = maker.child(birth, form, request.around().director());
        ChildParts belongings = belongings(child, form, post);
        child.fileStatus = MissingFacts.status(child, belongings);
        if (request.offline()
                && child.fileStatus.isRegistered()
                && collisions.registered().isPresent()) {
            Other other = Other.of(collisions.registered().get());
            child.duplicateOf = other.id();
            child.fileStatus = FileStatus.DRAFT;
            belongings = belongings.beside(Optional.of(other));
        }
        ChildParts parts = belongings;
        return collisions.refuse(child.fileStatus, caller).thenDo(status -> write(child, parts, caller, post));
    }

    private Uni<Stored<ChildView>> write(Child child, ChildParts belongings, Caller caller, Post post) {
        List<Object> rows = new ArrayList<>(belongings.links());
        rows.addAll(belongings.categories());
        rows.addAll(belongings.assessments());
        rows.add(new ChildResidence(child.id, child.areaCode, LocalDays.of(child.createdAt)));
        return children.persist(child)
                .call(() -> Panache.getSession().chain(session -> session.persistAll(rows.toArray())))
                .call(() -> searchKeys.keep(child.id, child.fullName))
                .call(() -> trail.changed(caller, post, "child.record", new Subject("CHILD", child.id, child.areaCode)))
                .call(() -> child.fileStatus == FileStatus.DRAFT
                        ? listeners.tell(FileChange.of(FileChange.Kind.BEGUN, child, child.id), caller, post)
                        : Uni.createFrom().voidItem())
                .map(saved -> Stored.created(saved, ChildView.of(saved, belongings, caller, sealed)));
    }

    private static ChildParts belongings(Child child, ChildForm form, Post post) {
        return new ChildParts(
                form.links().stream()
                        .map(link -> new MemberChild(child.id, link))
                        .toList(),
                form.claims().stream()
                        .map(claim -> new ChildCategory(child.id, claim))
                        .toList(),
                Optional.ofNullable(form.assessment()).stream()
                        .map(judged -> new RiskAssessment(child, judged, post.appointmentId()))
                        .toList());
    }
}
