package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;
import org.shouwang.register.SealedFields;
import org.shouwang.register.child.ChildChecks.Collisions;
import org.shouwang.register.child.ChildParts.Other;

/** Changes facts of a child's file. A draft that lacks nothing any more is active from then on. */
@Singleton
class EditChild {

    private final Areas areas;
    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final ChildChecks checks;
    private final ChildMaker maker;
    private final ChildEditWriter writer;
    private final SealedFields sealed;
    private final Clock clock;

    EditChild(
            Areas areas,
            ChildRepository children,
            ChildPartsRepository parts,
            ChildChecks checks,
            ChildMaker maker,
            ChildEditWriter writer,
            SealedFields sealed,
            Clock clock) {
        this.areas = areas;
        this.children = children;
        this.parts = parts;
        this.checks = checks;
        this.maker = maker;
        this.writer = writer;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Answers the file afterwards. Refused with 409 when it is closed, or when its number has an active file already. */
    Uni<Result<ChildView>> edit(UUID id, Result<BaseVersion> base, ChildPatch patch, Caller caller) {
        return caller.with(Right.CHILD_WRITE).then(able -> hukou(patch)
                .chain(wrong -> Races.again(() -> Panache.withTransaction(
                        () -> children.locked(id).chain(found -> edited(found, base, patch, wrong, caller))))));
    }

    /** Places are read before the transaction takes its connection. */
    private Uni<List<Violation>> hukou(ChildPatch patch) {
        AreaCode code = patch.hukouAreaCode();
        return code == null
                ? Uni.createFrom().item(List.of())
                : areas.today(List.of(code)).map(found -> wrongPlace(code, found));
    }

    private static List<Violation> wrongPlace(AreaCode code, Map<AreaCode, Areas.Place> found) {
        return found.containsKey(code) ? List.of() : List.of(Violation.of("hukouAreaCode", "area-exists"));
    }

    private Uni<Result<ChildView>> edited(
            @Nullable Child child, Result<BaseVersion> base, ChildPatch patch, List<Violation> wrong, Caller caller) {
        if (child == null) {
            return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
        }
        return caller.acting(Right.CHILD_WRITE, child.areaCode)
                .flatMap(post ->
                        base.flatMap(version -> version.against(child.version)).map(fresh -> post))
                .then(post -> parts.ofChildren(List.of(child.id))
                        .map(of -> Objects.requireNonNull(of.get(child.id)))
                        .chain(of -> decided(child, of, ChildEdit.of(child, of, patch, sealed), wrong, caller, post)));
    }

    private Uni<Result<ChildView>> decided(
            Child child, ChildParts of, ChildEdit edit, List<Violation> wrong, Caller caller, Post post) {
        List<Violation> violations = new ArrayList<>(edit.check(child, clock.instant()));
        violations.addAll(wrong);
        return checks.family(edit.after(), Optional.of(edit.before()), caller)
                .invoke(violations::addAll)
                .chain(family -> checks.collisions(edit.after()))
                .map(found -> found.apartFrom(child))
                .map(others -> Result.unless(violations, edit).flatMap(able -> after(child, edit, others, caller)))
                .chain(decided -> decided.thenDo(after -> writer.write(child, of, edit, after, caller, post)));
    }

    private Result<ChildEdit.After> after(Child child, ChildEdit edit, Collisions others, Caller caller) {
        Optional<Other> other = child.duplicateOf == null
                ? Optional.empty()
                : others.registered().map(Other::of);
        Child trial = maker.trial(child, edit.after(), LocalDays.today(clock));
        trial.duplicateOf = other.map(Other::id).orElse(null);
        return ChildEdit.status(child.fileStatus, MissingFacts.of(trial, with(child, edit)))
                .flatMap(status -> others.refuse(status, caller))
                .map(status -> new ChildEdit.After(status, other));
    }

    private static ChildParts with(Child child, ChildEdit edit) {
        return new ChildParts(
                edit.after().links().stream()
                        .map(link -> new MemberChild(child.id, link))
                        .toList(),
                List.of(),
                List.of());
    }
}
