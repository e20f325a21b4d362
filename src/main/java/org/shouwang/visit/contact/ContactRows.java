package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.http.Cursor;
import org.shouwang.visit.contact.ContactCodes.Channel;
import org.shouwang.visit.contact.ContactCodes.Counterpart;

/** Contacts for lists and the feed, on the reactive client: one statement a page. */
@Singleton
class ContactRows {

    private static final String COLUMNS = """
            select c.*, k.children, k.homes
            from contact c
            cross join lateral (
                select array_agg(child_id order by child_id) as children, array_agg(area_code order by child_id) as homes
                from contact_child where contact_id = c.id) k
            """;

    private static final String BY_IDS = COLUMNS + "where c.id = any($1)";

    /** Every village reads its own newest ones in the order of contact_child_area; siblings are one contact. */
    static final String NEWEST_IN_AREA = """
            select distinct x.contacted_at, x.contact_id
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area v on v.code >= r.lower and v.code < r.upper
            cross join lateral (
                select distinct k.contacted_at, k.contact_id
                from contact_child k
                where k.area_code = v.code and k.contacted_at <= $4 and (k.contacted_at < $4 or k.contact_id > $5)
                order by k.contacted_at desc, k.contact_id
                limit $6) x
            where ($3::bigint is null
                   or exists (select 1 from area a where a.code = $3 and v.code >= a.code and v.code < a.code_end))
            order by x.contacted_at desc, x.contact_id
            limit $6
            """;

    private static final String IN_AREA = COLUMNS + "join (" + NEWEST_IN_AREA + """
            ) p on p.contact_id = c.id
            order by c.contacted_at desc, c.id
            """;

    /** In the order of contact_child_child. */
    private static final String OF_CHILD = COLUMNS + """
            join (
                select x.contacted_at, x.contact_id
                from contact_child x
                where x.child_id = $7 and x.contacted_at <= $4 and (x.contacted_at < $4 or x.contact_id > $5)
                  and exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                              where x.area_code >= r.lower and x.area_code < r.upper)
                  and ($3::bigint is null
                       or exists (select 1 from area a
                                  where a.code = $3 and x.area_code >= a.code and x.area_code < a.code_end))
                order by x.contacted_at desc, x.contact_id
                limit $6) p on p.contact_id = c.id
            order by c.contacted_at desc, c.id
            """;

    private final ContactTexts texts;

    ContactRows(ContactTexts texts) {
        this.texts = texts;
    }

    /**
     * Which contacts.
     *
     * @param area null for all of the scope
     * @param after moment and id of the last one seen
     */
    record Wanted(
            AreaRanges scope,
            @Nullable UUID childId,
            @Nullable AreaCode area,
            Cursor after,
            int rows) {}

    /** With their texts still closed. */
    Uni<List<StoredContact>> closed(SqlClient client, Collection<UUID> ids) {
        return query(client, BY_IDS, Tuple.of(ids.toArray(UUID[]::new)));
    }

    StoredContact opened(StoredContact stored) {
        return new StoredContact(stored.contact(), stored.homes(), texts.opened(stored.contact()));
    }

    /** Newest first, of a child or, without one, of the whole scope. */
    Uni<List<StoredContact>> page(SqlClient client, Wanted wanted) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfLong(wanted.scope().lower())
                .addArrayOfLong(wanted.scope().upper())
                .addLong(wanted.area() == null ? null : wanted.area().value())
                .addOffsetDateTime(wanted.after().instant(0).atOffset(ZoneOffset.UTC))
                .addUUID(wanted.after().uuid(1))
                .addInteger(wanted.rows());
        Uni<List<StoredContact>> page = wanted.childId() == null
                ? query(client, IN_AREA, arguments)
                : query(client, OF_CHILD, arguments.addUUID(wanted.childId()));
        return page.map(found -> found.stream().map(this::opened).toList());
    }

    private Uni<List<StoredContact>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(ContactRows::stored)
                .toList());
    }

    private static StoredContact stored(Row row) {
        Contact contact = contact(row);
        Map<UUID, AreaCode> homes = new HashMap<>();
        UUID[] children = row.getArrayOfUUIDs("children");
        Long[] areas = row.getArrayOfLongs("homes");
        for (int i = 0; i < children.length; i++) {
            homes.put(children[i], new AreaCode(areas[i]));
        }
        return new StoredContact(contact, homes, null);
    }

    private static Contact contact(Row row) {
        Contact contact = new Contact();
        contact.id = row.getUUID("id");
        contact.version = row.getInteger("version");
        contact.areaCode = new AreaCode(row.getLong("area_code"));
        contact.recordedAreaCode = new AreaCode(row.getLong("recorded_area_code"));
        contact.authorAppointmentId = row.getUUID("author_appointment_id");
        contact.contactedAt = row.getOffsetDateTime("contacted_at").toInstant();
        contact.channel = Channel.valueOf(row.getString("channel"));
        contact.counterpart = Counterpart.valueOf(row.getString("counterpart"));
        contact.reached = row.getBoolean("reached");
        Buffer summary = row.getBuffer("summary_cipher");
        contact.summaryCipher = summary == null ? null : summary.getBytes();
        contact.needsVisit = row.getBoolean("needs_visit");
        contact.createdAt = row.getOffsetDateTime("created_at").toInstant();
        contact.createdBy = row.getUUID("created_by");
        contact.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        contact.updatedBy = row.getUUID("updated_by");
        OffsetDateTime clientTime = row.getOffsetDateTime("client_time");
        contact.clientTime = clientTime == null ? null : clientTime.toInstant();
        contact.deviceId = row.getUUID("device_id");
        return contact;
    }
}
