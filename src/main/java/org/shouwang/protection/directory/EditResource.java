package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.ChangedFacts;
import org.shouwang.platform.record.Races;
import org.shouwang.protection.directory.ResourceWriter.Entry;

/** Changes facts of an entry, says that it was checked, suspends or closes it; each changed fact leaves its row in the trail. */
@Singleton
class EditResource {

    private final FindSurroundings surroundings;
    private final ResourceRows rows;
    private final ResourceWriter writer;
    private final ResourceViews views;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    EditResource(
            FindSurroundings surroundings,
            ResourceRows rows,
            ResourceWriter writer,
            ResourceViews views,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.surroundings = surroundings;
        this.rows = rows;
        this.writer = writer;
        this.views = views;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Answers the entry afterwards. */
    Uni<Result<ResourceView>> edit(UUID id, Result<BaseVersion> base, ResourcePatch patch, Caller caller) {
        Set<AreaCode> areas =
                Stream.ofNullable(patch.areaScope()).flatMap(List::stream).collect(Collectors.toSet());
        Set<UUID> organisations = Stream.ofNullable(patch.organisationId()).collect(Collectors.toSet());
        return caller.with(Right.RESOURCE_WRITE).then(able -> surroundings
                .of(areas, organisations)
                .chain(around -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> edited(transaction, found, base, patch, around, caller))))));
    }

    private Uni<Result<ResourceView>> edited(
            SqlClient transaction,
            Optional<StoredResource> found,
            Result<BaseVersion> base,
            ResourcePatch patch,
            Surroundings around,
            Caller caller) {
        return found.map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND))
                .then(stored -> caller.acting(
                                Right.RESOURCE_WRITE, stored.facts().areaCode())
                        .flatMap(post -> base.flatMap(version -> version.against(stored.version()))
                                .map(fresh -> post))
                        .flatMap(post -> Result.unless(violations(stored, patch, around, post, caller), post))
                        .thenDo(post ->
                                write(transaction, stored, around.placed(patch.over(stored.facts())), caller, post)));
    }

    /** Judged as the form that would record it like this. */
    private List<Violation> violations(
            StoredResource stored, ResourcePatch patch, Surroundings around, Post post, Caller caller) {
        ResourceForm after = patch.over(stored.facts());
        List<Violation> found = new ArrayList<>(ResourceRules.check(after, LocalDays.today(clock)));
        found.addAll(around.check(after, stored.facts(), post, caller));
        return found;
    }

    private Uni<ResourceView> write(
            SqlClient transaction, StoredResource stored, ResourceForm after, Caller caller, Post post) {
        List<String> changed = ChangedFacts.between(stored.facts(), after);
        if (changed.isEmpty()) {
            return Uni.createFrom().item(views.of(stored, caller));
        }
        Subject subject =
                new Subject(RecordResource.SUBJECT, stored.id(), stored.facts().areaCode());
        Uni<Void> written = writer.update(transaction, List.of(new Entry(stored.id(), after, null)), caller);
        for (String fact : changed) {
            written = written.chain(() ->
                    trail.changed(transaction, caller.workerId(), post, "resource.edit." + fact, List.of(subject)));
        }
        return written.chain(() -> rows.find(transaction, stored.id())).map(now -> views.of(now.orElseThrow(), caller));
    }
}
