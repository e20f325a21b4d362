package org.shouwang.protection.directory;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/**
 * An entry of the directory.
 *
 * @param serves the codes of the areas that it serves, with all below
 * @param requestHash null for what came by a list
 */
record StoredResource(
        UUID id,
        int version,
        ResourceForm facts,
        AreaRanges serves,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Buffer requestHash,
        @Nullable UUID createdBy) {

    static final String COLUMNS = """
            r.id, r.version, r.area_code, r.organisation_id, r.name, r.category, r.address, r.geo_lat, r.geo_lng, r.phone, r.hours,
            r.accepts_referral_types, r.provider_type, r.contract_from, r.contract_to, r.capacity, r.contact_person, r.verified_on,
            r.status, r.created_at, r.updated_at, r.request_hash, r.created_by, served.codes, served.ends
            """;

    /** The areas of an entry {@code r}, to be joined beside it. */
    static final String SERVED = """
            cross join lateral (
                select array_agg(a.code order by a.code) as codes, array_agg(a.code_end order by a.code) as ends
                from resource_area s join area a on a.code = s.area_code
                where s.resource_id = r.id) served
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static StoredResource of(Row row) {
        Long[] codes = row.getArrayOfLongs("codes");
        Long[] ends = row.getArrayOfLongs("ends");
        return new StoredResource(
                row.getUUID("id"),
                row.getInteger("version"),
                facts(row, Stream.of(codes).map(AreaCode::new).toList()),
                IntStream.range(0, codes.length)
                        .mapToObj(i -> AreaRanges.of(codes[i], ends[i]))
                        .reduce(AreaRanges.NONE, AreaRanges::union),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getBuffer("request_hash"),
                row.getUUID("created_by"));
    }

    private static ResourceForm facts(Row row, List<AreaCode> serves) {
        return new ResourceForm(
                new AreaCode(row.getLong("area_code")),
                row.getUUID("organisation_id"),
                row.getString("name"),
                ResourceCategory.valueOf(row.getString("category")),
                serves,
                row.getString("address"),
                row.getBigDecimal("geo_lat"),
                row.getBigDecimal("geo_lng"),
                row.getString("phone"),
                ServiceHours.of(row.getJsonArray("hours")),
                Stream.of(row.getArrayOfStrings("accepts_referral_types"))
                        .map(ReferralType::valueOf)
                        .toList(),
                ProviderType.valueOf(row.getString("provider_type")),
                row.getLocalDate("contract_from"),
                row.getLocalDate("contract_to"),
                row.getInteger("capacity"),
                row.getString("contact_person"),
                row.getLocalDate("verified_on"),
                ResourceStatus.valueOf(row.getString("status")));
    }
}
