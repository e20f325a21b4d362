package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.directory.ResourceWriter.Entry;

/** Records an entry of the directory once; repeating it answers the entry as it is now. */
@Singleton
class RecordResource {

    static final String SUBJECT = "RESOURCE";

    private final FindSurroundings surroundings;
    private final ResourceRows rows;
    private final ResourceWriter writer;
    private final ResourceViews views;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    RecordResource(
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

    Uni<Result<Stored<ResourceView>>> record(UUID id, ResourceForm form, Caller caller) {
        return caller.with(Right.RESOURCE_WRITE).then(able -> surroundings
                .of(List.of(form))
                .chain(around -> Races.again(() -> pool.withTransaction(transaction -> rows.find(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), form, caller))
                                : made(transaction, id, form, around, caller))))));
    }

    private Result<Stored<ResourceView>> repeat(StoredResource found, ResourceForm form, Caller caller) {
        Buffer hash = found.requestHash();
        boolean visible = caller.with(Right.RESOURCE_READ) instanceof Result.Ok<Caller>;
        return Known.decide(
                        visible,
                        hash != null && RequestHash.of(form).matches(hash.getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(), found.version(), false, known == Known.REPEATED ? views.of(found, caller) : null));
    }

    private Uni<Result<Stored<ResourceView>>> made(
            SqlClient transaction, UUID id, ResourceForm form, Surroundings around, Caller caller) {
        ResourceForm placed = around.placed(form);
        return caller.acting(Right.RESOURCE_WRITE, placed.areaCode())
                .flatMap(post -> Result.unless(violations(form, around, post, caller), post))
                .thenDo(post -> insert(transaction, id, form, placed, caller, post));
    }

    private List<Violation> violations(ResourceForm form, Surroundings around, Post post, Caller caller) {
        List<Violation> found = new ArrayList<>(ResourceRules.check(form, LocalDays.today(clock)));
        found.addAll(around.check(form, null, post, caller));
        return found;
    }

    private Uni<Stored<ResourceView>> insert(
            SqlClient transaction, UUID id, ResourceForm form, ResourceForm placed, Caller caller, Post post) {
        Entry entry = new Entry(id, placed, Buffer.buffer(RequestHash.of(form).bytes()));
        Subject subject = new Subject(SUBJECT, id, placed.areaCode());
        return writer.insert(transaction, List.of(entry), caller)
                .chain(() -> trail.changed(transaction, caller.workerId(), post, "resource.record", List.of(subject)))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, views.of(stored, caller)));
    }
}
