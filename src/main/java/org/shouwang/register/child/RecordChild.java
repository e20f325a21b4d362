package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.staff.Posts;

/** Records a child's file once; repeating it answers the file as it is now, also when both arrive together. */
@Singleton
class RecordChild {

    private final Areas areas;
    private final Posts posts;
    private final ChildEntry entry;

    RecordChild(Areas areas, Posts posts, ChildEntry entry) {
        this.areas = areas;
        this.posts = posts;
        this.entry = entry;
    }

    Uni<Result<Stored<ChildView>>> record(UUID id, ChildForm form, Caller caller) {
        return record(id, form, caller, false);
    }

    /** A file that was begun offline: where somebody else has registered the child too, it is kept as a draft beside theirs. */
    Uni<Result<Effect>> offline(Operation operation, ChildForm form, Caller caller) {
        return record(operation.record(), form, caller, true)
                .map(result -> result.map(stored -> Effect.of(ChildFeed.KIND, stored)
                        .asMerged(stored.view() != null && stored.view().duplicate())));
    }

    private Uni<Result<Stored<ChildView>>> record(UUID id, ChildForm form, Caller caller, boolean offline) {
        return Races.again(() -> surroundings(form)
                .chain(around -> entry.enter(new ChildEntry.Request(id, form, around, caller, offline))));
    }

    private Uni<ChildSurroundings> surroundings(ChildForm form) {
        Set<AreaCode> codes = new HashSet<>();
        codes.add(form.residenceAreaCode());
        Optional.ofNullable(form.hukouAreaCode()).ifPresent(codes::add);
        return areas.today(codes)
                .chain(places -> posts.at(ChildSurroundings.residence(places, form), Set.of(RoleCode.CHILDREN_DIRECTOR))
                        .map(directors -> new ChildSurroundings(
                                places, directors.stream().findFirst().map(director -> director.post()
                                        .appointmentId()))));
    }
}
