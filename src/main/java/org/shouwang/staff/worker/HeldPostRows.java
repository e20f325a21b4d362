package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.AppointmentRows;
import org.shouwang.staff.organisation.OrganisationKind;
import org.shouwang.staff.worker.PostPlace.InArea;
import org.shouwang.staff.worker.PostPlace.InOrganisation;
import org.shouwang.staff.worker.PostPlace.WholeInstance;

/** All appointments of workers, past ones too, each with the place where it stands. */
@Singleton
class HeldPostRows {

    /** Of an area {@code a}: a county, or a city whose towns stand directly below it. */
    static final String IS_COUNTY = "(a.level = 'COUNTY' or a.level = 'CITY' and not exists "
            + "(select 1 from area c where c.parent_code = a.code and c.level = 'COUNTY')) as county";

    /** Of an organisation {@code o}: the areas that it runs, served by the index of hosted areas. */
    static final String RUNS = """
            left join lateral (select array_agg(h.code) as lower, array_agg(h.code_end) as upper
                               from area h where h.administered_by_organisation_id = o.id) runs on true
            """;

    private static final String OF_WORKERS = """
            select p.id, p.worker_id, p.role_code, p.area_code, p.organisation_id, p.appointed_on, p.appointed_doc,
                   p.term_end_on, p.status, p.ended_on, a.level, o.kind, o.area_code as seat, runs.lower, runs.upper,
            """ + IS_COUNTY + """

            from appointment p
            left join area a on a.code = p.area_code
            left join organisation o on o.id = p.organisation_id
            """ + RUNS + """
            where p.worker_id = any($1)
            order by p.appointed_on, p.id
            """;

    private static final String ENDED = "ENDED";

    /** An appointment as it stands in the file of its worker. */
    record Appointment(
            UUID id,
            HeldPost post,
            @Nullable AreaCode areaCode,
            @Nullable UUID organisationId,
            LocalDate appointedOn,
            @Nullable String appointedDoc,
            @Nullable LocalDate termEndOn,
            String status,
            @Nullable LocalDate endedOn) {

        boolean ended() {
            return status.equals(ENDED);
        }
    }

    Uni<List<Appointment>> ofWorker(SqlClient client, UUID workerId) {
        return ofWorkers(client, List.of(workerId)).map(held -> held.getOrDefault(workerId, List.of()));
    }

    /** The appointments of each of these workers who has any. */
    Uni<Map<UUID, List<Appointment>>> ofWorkers(SqlClient client, Collection<UUID> workerIds) {
        Tuple ids = Tuple.tuple().addArrayOfUUID(workerIds.toArray(UUID[]::new));
        return client.preparedQuery(OF_WORKERS).execute(ids).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.getUUID("worker_id"),
                        Collectors.mapping(HeldPostRows::appointment, Collectors.toList()))));
    }

    private static Appointment appointment(Row row) {
        Long area = row.getLong("area_code");
        return new Appointment(
                row.getUUID("id"),
                new HeldPost(RoleCode.valueOf(row.getString("role_code")), place(row)),
                area == null ? null : new AreaCode(area),
                row.getUUID("organisation_id"),
                row.getLocalDate("appointed_on"),
                row.getString("appointed_doc"),
                row.getLocalDate("term_end_on"),
                row.getString("status"),
                row.getLocalDate("ended_on"));
    }

    /** Of a row with the organisation's kind and what it {@link #RUNS}. */
    static InOrganisation inOrganisation(UUID id, AreaCode seat, Row row) {
        AreaRanges runs = AppointmentRows.ranges(row, "lower", "upper").stream()
                .map(range -> AreaRanges.of(range.from(), range.to()))
                .reduce(AreaRanges.NONE, AreaRanges::union);
        return new InOrganisation(id, OrganisationKind.valueOf(row.getString("kind")), seat, runs);
    }

    private static PostPlace place(Row row) {
        Long area = row.getLong("area_code");
        UUID organisation = row.getUUID("organisation_id");
        if (organisation != null) {
            return inOrganisation(organisation, new AreaCode(row.getLong("seat")), row);
        }
        return area == null
                ? new WholeInstance()
                : new InArea(new AreaCode(area), AreaLevel.valueOf(row.getString("level")), row.getBoolean("county"));
    }
}
