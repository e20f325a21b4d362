package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.platform.Caller;
import org.shouwang.staff.signin.ActivationCodes;
import org.shouwang.staff.worker.HeldPostRows.Appointment;
import org.shouwang.staff.worker.RosterPlan.NewAppointment;
import org.shouwang.staff.worker.RosterPlan.NewWorker;

/**
 * The one-time codes after an import. Whoever kept the old code of somebody who is appointed anew could sign in under the new
 * post with it, so that code is dead.
 */
@Singleton
class RosterCodes {

    private static final String NOT_ACTIVATED = "select id from worker where id = any($1) and password_hash is null";

    private final HeldPostRows posts;
    private final ActivationCodes codes;

    RosterCodes(HeldPostRows posts, ActivationCodes codes) {
        this.posts = posts;
        this.codes = codes;
    }

    /**
     * Fresh codes for the new workers, and for the known ones who have no password yet and whose every post is the caller's
     * business. To be called when the appointments are written: they keep whoever issues a code out until the end.
     */
    Uni<Map<UUID, String>> renew(SqlClient transaction, RosterPlan plan, Caller caller) {
        List<UUID> fresh = plan.workers().stream().map(NewWorker::id).toList();
        Set<UUID> known = plan.appointments().stream()
                .map(NewAppointment::workerId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        fresh.forEach(known::remove);
        return codes.withdraw(transaction, known)
                .chain(() -> cared(transaction, known, caller))
                .map(cared -> Stream.concat(fresh.stream(), cared.stream()).toList())
                .chain(workers ->
                        workers.isEmpty() ? Uni.createFrom().item(Map.of()) : codes.issue(transaction, workers));
    }

    private Uni<List<UUID>> cared(SqlClient transaction, Set<UUID> known, Caller caller) {
        return transaction
                .preparedQuery(NOT_ACTIVATED)
                .execute(Tuple.tuple().addArrayOfUUID(known.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .chain(waiting -> posts.ofWorkers(transaction, waiting).map(held -> waiting.stream()
                        .filter(worker -> mayCareFor(caller, held.getOrDefault(worker, List.of())))
                        .toList()));
    }

    private static boolean mayCareFor(Caller caller, List<Appointment> appointments) {
        List<HeldPost> held = appointments.stream()
                .filter(appointment -> !appointment.ended())
                .map(Appointment::post)
                .toList();
        return !Appointing.able(caller, post -> Appointing.mayCareFor(post, held))
                .isEmpty();
    }
}
