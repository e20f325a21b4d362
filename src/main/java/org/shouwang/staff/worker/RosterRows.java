package org.shouwang.staff.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.organisation.OrganisationStatus;
import org.shouwang.staff.worker.PostPlace.InArea;
import org.shouwang.staff.worker.RosterEntry.Seat;
import org.shouwang.staff.worker.RosterFacts.Held;
import org.shouwang.staff.worker.RosterFacts.Named;
import org.shouwang.staff.worker.RosterFacts.Organisation;
import org.shouwang.staff.worker.RosterFacts.Person;

/** What the import of a list of workers asks of the database, a few statements however long the list is. */
@Singleton
class RosterRows {

    /** Lists are taken in one after the other, or two of them could each make the same person. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('worker.import', 0))";

    private static final String AREAS = "select a.code, a.level, " + HeldPostRows.IS_COUNTY + """

            from area a
            where a.code = any($1) and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)
            """;

    /** Until the transaction ends nobody closes an organisation to which people are about to be appointed. */
    private static final String ORGANISATIONS =
            "select o.id, o.kind, o.area_code, o.status, runs.lower, runs.upper from organisation o "
                    + HeldPostRows.RUNS + "where o.id = any($1) order by o.id for share of o";

    private static final String HELD = """
            select worker_id, role_code, area_code, organisation_id, appointed_on
            from appointment
            where worker_id = any($1) and status <> 'ENDED'
            """;

    /** Former holders too: whoever was elected again under a new number is the same person. */
    private static final String NAMES = """
            select w.full_name, a.area_code, a.organisation_id
            from appointment a
            join worker w on w.id = a.worker_id
            where a.area_code = any($1) and a.organisation_id is null and w.full_name = any($3)
            union
            select w.full_name, null, a.organisation_id
            from appointment a
            join worker w on w.id = a.worker_id
            where a.organisation_id = any($2) and w.full_name = any($3)
            """;

    private final WorkerPhones phones;

    RosterRows(WorkerPhones phones) {
        this.phones = phones;
    }

    Uni<RosterFacts> facts(SqlClient transaction, List<RosterEntry> entries, LocalDate today) {
        Set<AreaCode> areaCodes = known(entries, RosterEntry::area);
        Set<UUID> organisationIds = known(entries, RosterEntry::organisationId);
        Set<PhoneNumber> numbers = known(entries, RosterEntry::phone);
        Set<String> names = known(entries, RosterEntry::fullName);
        return transaction
                .query(LOCK)
                .execute()
                .chain(() -> areas(transaction, areaCodes, today))
                .chain(areas -> organisations(transaction, organisationIds).chain(organisations -> phones.holders(
                                transaction, numbers)
                        .chain(people -> held(transaction, people.values())
                                .chain(held -> names(transaction, areaCodes, organisationIds, names)
                                        .map(seen -> new RosterFacts(areas, organisations, people, held, seen))))));
    }

    private static <T> Set<T> known(List<RosterEntry> entries, Function<RosterEntry, @Nullable T> part) {
        return entries.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Uni<Map<AreaCode, InArea>> areas(SqlClient transaction, Set<AreaCode> codes, LocalDate today) {
        return transaction
                .preparedQuery(AREAS)
                .execute(Tuple.of(values(codes), today))
                .map(rows -> stream(rows)
                        .map(row -> new InArea(
                                new AreaCode(row.getLong("code")),
                                AreaLevel.valueOf(row.getString("level")),
                                row.getBoolean("county")))
                        .collect(Collectors.toMap(InArea::code, Function.identity())));
    }

    private static Uni<Map<UUID, Organisation>> organisations(SqlClient transaction, Set<UUID> ids) {
        return transaction
                .preparedQuery(ORGANISATIONS)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> stream(rows)
                        .map(row -> new Organisation(
                                HeldPostRows.inOrganisation(
                                        row.getUUID("id"), new AreaCode(row.getLong("area_code")), row),
                                OrganisationStatus.valueOf(row.getString("status"))))
                        .collect(Collectors.toMap(found -> found.place().id(), Function.identity())));
    }

    private static Uni<List<Held>> held(SqlClient transaction, Collection<Person> people) {
        return transaction
                .preparedQuery(HELD)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(people.stream().map(Person::id).toArray(UUID[]::new)))
                .map(rows -> stream(rows)
                        .map(row -> new Held(
                                row.getUUID("worker_id"),
                                RoleCode.valueOf(row.getString("role_code")),
                                seat(row),
                                row.getLocalDate("appointed_on")))
                        .toList());
    }

    private static Uni<Set<Named>> names(
            SqlClient transaction, Set<AreaCode> areas, Set<UUID> organisations, Set<String> names) {
        Tuple arguments = Tuple.of(values(areas), organisations.toArray(UUID[]::new), names.toArray(String[]::new));
        return transaction.preparedQuery(NAMES).execute(arguments).map(rows -> stream(rows)
                .map(row -> new Named(row.getString("full_name"), seat(row)))
                .collect(Collectors.toSet()));
    }

    /** An organisation wins over the area, as in {@link RosterEntry#seat()}. */
    private static Seat seat(Row row) {
        UUID organisation = row.getUUID("organisation_id");
        Long area = row.getLong("area_code");
        return new Seat(organisation != null || area == null ? null : new AreaCode(area), organisation);
    }

    private static Long[] values(Set<AreaCode> codes) {
        return codes.stream().map(AreaCode::value).toArray(Long[]::new);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
