package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.staff.worker.RosterPlan.NewAppointment;
import org.shouwang.staff.worker.RosterPlan.NewWorker;

/** Writes what a list changes, with its trail, in the transaction of the import. */
@Singleton
class RosterWriter {

    private static final String APPOINT = """
            insert into appointment (id, worker_id, role_code, area_code, organisation_id, appointed_on, term_end_on,
                                     appointed_doc)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::uuid[], $6::date[], $7::date[],
                                 $8::text[])
            """;

    private final WorkerPhones phones;
    private final RosterCodes codes;
    private final TrailRows trail;

    RosterWriter(WorkerPhones phones, RosterCodes codes, TrailRows trail) {
        this.phones = phones;
        this.codes = codes;
        this.trail = trail;
    }

    /** Answers the one-time codes that were issued. */
    Uni<Map<UUID, String>> write(SqlClient transaction, RosterPlan plan, Caller caller) {
        if (plan.appointments().isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return phones.insert(transaction, plan.workers())
                .chain(() -> appoint(transaction, plan.appointments()))
                .chain(() -> tell(transaction, caller, "worker.create", byPost(plan.workers())))
                .chain(() -> tell(transaction, caller, "appointment.create", postsByPost(plan.appointments())))
                .chain(() -> codes.renew(transaction, plan, caller));
    }

    private static Uni<Void> appoint(SqlClient transaction, List<NewAppointment> posts) {
        @Nullable
        Long[] areas = column(posts, post -> value(post.entry().seat().area())).toArray(new Long[0]);
        @Nullable
        UUID[] organisations =
                column(posts, post -> post.entry().organisationId()).toArray(new UUID[0]);
        @Nullable
        LocalDate[] terms = column(posts, post -> post.entry().termEndOn()).toArray(new LocalDate[0]);
        @Nullable
        String[] documents = column(posts, post -> post.entry().appointedDoc()).toArray(new String[0]);
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(posts.stream().map(NewAppointment::id).toArray(UUID[]::new))
                .addArrayOfUUID(posts.stream().map(NewAppointment::workerId).toArray(UUID[]::new))
                .addArrayOfString(
                        posts.stream().map(post -> post.entry().role().name()).toArray(String[]::new))
                .addArrayOfLong(areas)
                .addArrayOfUUID(organisations)
                .addArrayOfLocalDate(
                        posts.stream().map(post -> post.entry().appointedOn()).toArray(LocalDate[]::new))
                .addArrayOfLocalDate(terms)
                .addArrayOfString(documents);
        return transaction.preparedQuery(APPOINT).execute(columns).replaceWithVoid();
    }

    private static <T> List<@Nullable T> column(List<NewAppointment> posts, Function<NewAppointment, @Nullable T> of) {
        return posts.stream().<@Nullable T>map(of).collect(Collectors.toList());
    }

    private static @Nullable Long value(@Nullable AreaCode area) {
        return area == null ? null : area.value();
    }

    private static Map<Post, List<Subject>> byPost(List<NewWorker> workers) {
        return workers.stream()
                .collect(Collectors.groupingBy(
                        NewWorker::by,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                worker -> new Subject(EditWorker.SUBJECT, worker.id(), worker.area()),
                                Collectors.toList())));
    }

    private static Map<Post, List<Subject>> postsByPost(List<NewAppointment> posts) {
        return posts.stream()
                .collect(Collectors.groupingBy(
                        NewAppointment::by,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                post -> new Subject("APPOINTMENT", post.id(), post.area()), Collectors.toList())));
    }

    private Uni<Void> tell(SqlClient transaction, Caller caller, String action, Map<Post, List<Subject>> subjects) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Map.Entry<Post, List<Subject>> entry : subjects.entrySet()) {
            told = told.chain(
                    () -> trail.changed(transaction, caller.workerId(), entry.getKey(), action, entry.getValue()));
        }
        return told;
    }
}
