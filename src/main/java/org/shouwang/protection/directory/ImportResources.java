package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.protection.directory.ResourcePlan.EntryKey;
import org.shouwang.protection.directory.ResourcePlan.Write;
import org.shouwang.protection.directory.ResourceWriter.Entry;

/**
 * Takes in a list of entries and tells line by line what became of it. All good lines are written in one transaction; the same
 * list again changes nothing.
 */
@Singleton
class ImportResources {

    private final FindSurroundings surroundings;
    private final NamedResources named;
    private final ResourceWriter writer;
    private final CodeNames names;
    private final TrailRows trail;
    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;

    ImportResources(
            FindSurroundings surroundings,
            NamedResources named,
            ResourceWriter writer,
            CodeNames names,
            TrailRows trail,
            Pool pool,
            Vertx vertx,
            Clock clock) {
        this.surroundings = surroundings;
        this.named = named;
        this.writer = writer;
        this.names = names;
        this.trail = trail;
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** What became of a list. */
    record Taken(ResourceFile file, List<ResourceOutcome> outcomes) {}

    Uni<Result<Taken>> take(byte[] file, Caller caller) {
        return caller.with(Right.RESOURCE_WRITE)
                .then(able -> vertx.executeBlocking(() -> ResourceFile.read(file, names), false))
                .chain(read -> read.thenDo(list -> taken(list, caller)));
    }

    private Uni<Taken> taken(ResourceFile list, Caller caller) {
        List<ResourceForm> forms = list.lines().stream()
                .flatMap(line -> line.said().stream())
                .map(ResourceLine.Said::made)
                .toList();
        return surroundings
                .of(forms)
                .chain(around -> Races.again(() -> pool.withTransaction(transaction -> named.of(
                                transaction,
                                forms.stream()
                                        .map(form -> EntryKey.of(around.placed(form)))
                                        .toList())
                        .map(known -> PlanResources.plan(
                                list.lines(), around, known, caller, LocalDays.today(clock), Ids::next))
                        .call(plan -> write(transaction, plan, caller)))))
                .map(plan -> new Taken(list, plan.outcomes()));
    }

    private Uni<Void> write(SqlClient transaction, ResourcePlan plan, Caller caller) {
        return writer.insert(transaction, entries(plan.created()), caller)
                .chain(() -> writer.update(transaction, entries(plan.updated()), caller))
                .chain(() -> tell(transaction, plan, caller));
    }

    private static List<Entry> entries(List<Write> writes) {
        return writes.stream()
                .map(write -> new Entry(write.id(), write.facts(), null))
                .toList();
    }

    /** One row for each new entry and for each changed fact. */
    private Uni<Void> tell(SqlClient transaction, ResourcePlan plan, Caller caller) {
        Map<Telling, List<Subject>> rows = new LinkedHashMap<>();
        plan.created().forEach(write -> add(rows, write, "resource.record"));
        plan.updated().forEach(write -> write.changed().forEach(fact -> add(rows, write, "resource.edit." + fact)));
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Map.Entry<Telling, List<Subject>> row : rows.entrySet()) {
            told = told.chain(() -> trail.changed(
                    transaction,
                    caller.workerId(),
                    row.getKey().by(),
                    row.getKey().action(),
                    row.getValue()));
        }
        return told;
    }

    private record Telling(Post by, String action) {}

    private static void add(Map<Telling, List<Subject>> rows, Write write, String action) {
        Subject subject =
                new Subject(RecordResource.SUBJECT, write.id(), write.facts().areaCode());
        rows.computeIfAbsent(new Telling(write.by(), action), first -> new ArrayList<>())
                .add(subject);
    }
}
