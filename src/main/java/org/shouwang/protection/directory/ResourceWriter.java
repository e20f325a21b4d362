package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;

/** Writes entries of the directory with the areas that they serve, in the transaction of a use case. */
@Singleton
class ResourceWriter {

    private static final String INSERT = """
            insert into resource (id, area_code, organisation_id, name, category, address, geo_lat, geo_lng, phone, hours,
                accepts_referral_types, provider_type, contract_from, contract_to, capacity, contact_person, verified_on, status,
                updated_at, updated_by, created_at, created_by, request_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $19, $20, $21)
            """;

    private static final String UPDATE = """
            update resource
            set area_code = $2, organisation_id = $3, name = $4, category = $5, address = $6, geo_lat = $7, geo_lng = $8,
                phone = $9, hours = $10, accepts_referral_types = $11, provider_type = $12, contract_from = $13,
                contract_to = $14, capacity = $15, contact_person = $16, verified_on = $17, status = $18, updated_at = $19,
                updated_by = $20
            where id = $1
            """;

    private static final String NO_MORE = """
            delete from resource_area s
            using unnest($1::uuid[]) as changed(id)
            where s.resource_id = changed.id
            """;

    private static final String SERVES = """
            insert into resource_area (resource_id, area_code) select * from unnest($1::uuid[], $2::bigint[])
            """;

    private final Clock clock;

    ResourceWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * An entry as it is to stand.
     *
     * @param requestHash of the request that makes it; null where a list does
     */
    record Entry(UUID id, ResourceForm facts, @Nullable Buffer requestHash) {}

    /** Makes new ones. Fails on a unique key when an id was taken meanwhile. */
    Uni<Void> insert(SqlClient transaction, List<Entry> entries, Caller caller) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows =
                entries.stream().map(entry -> hashed(entry, row(entry, caller))).toList();
        return transaction.preparedQuery(INSERT).executeBatch(rows).chain(() -> serve(transaction, entries));
    }

    /** Makes them say what they are to say. */
    Uni<Void> update(SqlClient transaction, List<Entry> entries, Caller caller) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = entries.stream().map(entry -> row(entry, caller)).toList();
        return transaction
                .preparedQuery(UPDATE)
                .executeBatch(rows)
                .chain(() -> transaction.preparedQuery(NO_MORE).execute(Tuple.of(ids(entries))))
                .chain(() -> serve(transaction, entries));
    }

    private static Uni<Void> serve(SqlClient transaction, List<Entry> entries) {
        UUID[] ids = entries.stream()
                .flatMap(entry -> entry.facts().areaScope().stream().map(area -> entry.id()))
                .toArray(UUID[]::new);
        Long[] areas = entries.stream()
                .flatMap(entry -> entry.facts().areaScope().stream())
                .map(AreaCode::value)
                .toArray(Long[]::new);
        return transaction.preparedQuery(SERVES).execute(Tuple.of(ids, areas)).replaceWithVoid();
    }

    private static UUID[] ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toArray(UUID[]::new);
    }

    /** The client takes no null for a buffer. */
    private static Tuple hashed(Entry entry, Tuple row) {
        Buffer hash = entry.requestHash();
        return hash == null ? row.addValue(null) : row.addBuffer(hash);
    }

    private Tuple row(Entry entry, Caller caller) {
        ResourceForm facts = entry.facts();
        return Tuple.of(entry.id(), facts.areaCode().value(), facts.organisationId(), facts.name())
                .addString(facts.category().name())
                .addString(facts.address())
                .addBigDecimal(facts.geoLat())
                .addBigDecimal(facts.geoLng())
                .addString(facts.phone())
                .addJsonArray(ServiceHours.json(facts.hours()))
                .addArrayOfString(
                        facts.acceptsReferralTypes().stream().map(Enum::name).toArray(String[]::new))
                .addString(facts.providerType().name())
                .addLocalDate(facts.contractFrom())
                .addLocalDate(facts.contractTo())
                .addInteger(facts.capacity())
                .addString(facts.contactPerson())
                .addLocalDate(facts.verifiedOn())
                .addString(facts.statusOrActive().name())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId());
    }
}
