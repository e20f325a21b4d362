package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.notification.StillTrue;
import org.shouwang.platform.LocalDays;

/** A push that asks for values goes out only while the person's units owe some, that to the office while any unit does. */
@Singleton
class ValuesStillTrue implements StillTrue {

    /** By responsibility_area and indicator_value_responsibility. */
    private static final String SETTLED = """
            select t.notification_id
            from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t(notification_id, period_id, appointment_id)
            join appointment told on told.id = t.appointment_id
            where not exists (
                select from collection_period p
                join area a on a.code = p.area_code
                join responsibility r on r.year = p.year and r.area_code >= a.code and r.area_code < a.code_end
                left join indicator_value v on v.responsibility_id = r.id and v.period_id = p.id and v.superseded_by is null
                where p.id = t.period_id and p.closed_on is null and p.withdrawn_at is null and r.role = 'LEAD' and r.withdrawn_at is null
                  and r.indicator_code = any(case when p.quarter is null then $5::text[] else $4::text[] end)
                  and (v.id is null or v.status in ('RETURNED', 'OPEN'))
                  and (told.role_code = 'COMMITTEE_OFFICE'
                       or r.unit_id in (select l.organisation_id from appointment l
                                        where l.worker_id = told.worker_id and l.role_code = 'UNIT_LIAISON' and l.status <> 'ENDED')))
            """;

    private final Catalogues catalogues;
    private final Pool pool;
    private final Clock clock;

    ValuesStillTrue(Catalogues catalogues, Pool pool, Clock clock) {
        this.catalogues = catalogues;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String subjectType() {
        return TellOfValues.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        Catalogue catalogue = catalogues.on(LocalDays.today(clock));
        Tuple arguments = Tuple.of(
                ids(told, Told::notificationId),
                ids(told, Told::subjectId),
                ids(told, Told::appointmentId),
                CollectionPeriod.due(catalogue, true).toArray(String[]::new),
                CollectionPeriod.due(catalogue, false).toArray(String[]::new));
        return pool.preparedQuery(SETTLED).execute(arguments).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("notification_id"))
                .collect(Collectors.toSet()));
    }

    private static UUID[] ids(Collection<Told> told, Function<Told, UUID> id) {
        return told.stream().map(id).toArray(UUID[]::new);
    }
}
